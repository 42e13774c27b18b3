using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders.HandingOver;

/// <summary>Somebody's shift is over: what cannot wait until they are back, and who could take it. Nothing of that, nothing said.</summary>
internal sealed class AskHandover(HandoffDb db, WaitingLeads leads, UrgentLeads urgent, TimeProvider clock) : IDelivery
{
    /// <summary>With a title and a line for the rest: eight lines, three rows of buttons.</summary>
    private const int Listed = 6;

    /// <param name="Refused">Who has just said that they cannot.</param>
    /// <param name="Unanswered">The number of the handover that nobody answered, if it still is so.</param>
    internal sealed record Arguments(int Team, long Person, long? Refused = null, long? Unanswered = null);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, person) = (new TeamId(given.Team), new PersonId(given.Person));
        var team = await leads.TeamAsync(id, cancellationToken);
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == id && m.Person == person && m.LeftAt == null, cancellationToken);
        if (member is null)
        {
            return Speech.Nothing("left");
        }

        var silent = await db
            .Handovers.AsNoTracking()
            .SingleOrDefaultAsync(h => h.Id == given.Unanswered, cancellationToken);
        if (silent?.AnsweredAt is not null)
        {
            return Speech.Nothing("answered");
        }

        var asked = silent?.To.Value ?? given.Refused;
        var waiting = await urgent.OfAsync(team, member, cancellationToken);
        var (open, until) = waiting;
        var colleagues = await urgent.ColleaguesAsync(team, person, waiting, cancellationToken);
        var others = colleagues.Where(c => c.Id.Value != asked).ToList();
        if (open.Count == 0 || (others.Count == 0 && asked is null))
        {
            return Speech.Nothing("nothing to hand over, or nobody to take it");
        }

        var (words, now) = (team.Words(), clock.GetUtcNow());
        var told = await leads.ReadAsync([.. open.Take(Listed).Select(l => l.Id.Value)], cancellationToken);
        var name = asked is null ? null : await urgent.NameAsync(new PersonId(asked.Value), cancellationToken);
        var heard = silent is null ? "Reminders.HandoverRefused" : "Reminders.HandoverSilent";
        var message = ChatMessage.Of([
            name is null ? null : (Line)words.Say(heard, name),
            Line.Bold(words.Say("Reminders.HandoverAsk", open.Count, words.Time(until, now))),
            .. told.Select(t => (Line?)LineOf(t, words, now)),
            open.Count > Listed ? (Line)words.Say("Reminders.AndMoreMine", open.Count - Listed) : null,
            others.Count == 0 && silent is null ? (Line)words["Reminders.HandoverNobody"] : null,
        ]);
        IReadOnlyList<Button>[] keep =
            others.Count == 0 && silent is null
                ? []
                :
                [
                    [Button.Of(words["Reminders.HandoverKeep"], ChooseColleague.Verb, given.Team)],
                ];
        return new Speech.Say(
            message.With([.. Buttons(others, given.Team, words, now), .. keep]),
            MessageRole.Other,
            0
        );
    }

    /// <summary>What waits and until when: <c>L-7 · Doors · 18:30</c>.</summary>
    public static string LineOf(WaitingLead lead, Wording words, DateTimeOffset now) =>
        lead.Lead.CallBackAt is { } at
            ? words.Say("Reminders.HandoverCall", lead.Title, words.Time(at, now))
            : words.Say("Reminders.HandoverNoCall", lead.Title);

    /// <summary>Two in a row, but alone where it says when they are back.</summary>
    private static IEnumerable<IReadOnlyList<Button>> Buttons(
        List<UrgentLeads.Colleague> colleagues,
        int team,
        Wording words,
        DateTimeOffset now
    )
    {
        var there = colleagues.Where(c => c.Back is null).Select(c => To(c, "Reminders.HandoverTo"));
        var later = colleagues.Where(c => c.Back is not null).Select(c => To(c, "Reminders.HandoverToLater"));
        return [.. there.Chunk(2), .. later.Chunk(1)];

        Button To(UrgentLeads.Colleague c, string key)
        {
            var back = c.Back is { } at ? words.Time(at, now) : null;
            return Button.Of(words.Say(key, c.Name, c.Open, back), ChooseColleague.Verb, team, c.Id.Value);
        }
    }
}
