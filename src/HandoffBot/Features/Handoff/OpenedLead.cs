using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

/// <summary>A lead, and somebody of its team who wants to do something with it.</summary>
internal sealed record OpenedLead(Lead Lead, Caller Caller, DateTimeOffset Now)
{
    public TeamRhythm Rhythm => Caller.Team.Rhythm;

    public Wording Words => Caller.Words;

    public Actor Actor => Caller.Actor;

    /// <summary>Whether the steps can go on in the caller's private chat.</summary>
    public bool InPrivate => Caller.HasPrivate;

    /// <summary>Where a question to the caller is asked.</summary>
    public ChatAddress QuestionsTo => InPrivate ? ChatAddress.Private(Caller.Id.Value) : Caller.Here;

    /// <summary>Says the number in front of a short answer.</summary>
    public string Say(string key, params object?[] values) => Words.Say(key, [Lead.Id.ToString(), .. values]);
}
