using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders.HandingOver;

/// <summary>Who was asked takes over, or cannot; whoever asked hears it.</summary>
internal sealed class AnswerHandover(
    HandoffDb db,
    Callers callers,
    UrgentLeads urgent,
    Replies replies,
    TimeProvider clock
) : IButton
{
    public const string Verb = "handok";
    public const int Yes = 1;
    public const int No = 2;

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var handover = await db.Handovers.FindAsync([pressed.Press!.About], cancellationToken);
        var caller = handover is null ? null : await callers.FindAsync(pressed, handover.Team, cancellationToken);
        if (handover is null || caller is not { Member.MaySell: true } || caller.Id != handover.To)
        {
            return new PressAnswer((await callers.WordsForAsync(pressed, cancellationToken))["Common.UnknownButton"]);
        }

        replies.Settle(pressed, pressed.Place.Address, new SettleQuestion.Arguments(pressed.MessageId));
        if (handover.AnsweredAt is not null)
        {
            var isLate = pressed.Press.Choice == Yes && await IsKeptAsync(handover, cancellationToken);
            return new PressAnswer(caller.Words[isLate ? "Reminders.HandoverKeptThere" : "Common.Counted"]);
        }

        handover.Answer(clock.GetUtcNow());
        if (await urgent.WhoIsBackAsync(handover, caller.Team, cancellationToken) is { } name)
        {
            await db.SaveChangesAsync(cancellationToken);
            return new PressAnswer(caller.Words.Say("Reminders.HandoverBack", name));
        }

        var answer =
            pressed.Press.Choice == Yes
                ? await TakeAsync(handover, caller, pressed, cancellationToken)
                : Refuse(handover, caller, pressed);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    /// <summary>Whoever asked chose to keep them meanwhile.</summary>
    private Task<bool> IsKeptAsync(Handover handover, CancellationToken cancellationToken)
    {
        var numbers = handover.Leads.Select(l => new LeadId(l)).ToList();
        return db.Leads.AnyAsync(l => numbers.Contains(l.Id) && l.Owner == handover.From, cancellationToken);
    }

    private async Task<PressAnswer> TakeAsync(
        Handover handover,
        Caller caller,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var numbers = handover.Leads.Select(l => new LeadId(l)).ToList();
        var leads = await db
            .Leads.Include(l => l.Contact)
            .Where(l => numbers.Contains(l.Id))
            .OrderBy(l => l.Id)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var taken = leads.FindAll(l =>
            l.HandOver(handover.From, handover.To, now, caller.Team.Rhythm) is LeadOutcome.Done
        );
        if (taken.Count == 0)
        {
            return new PressAnswer(caller.Words["Reminders.HandoverOver"]);
        }

        var before = await db.HandsAsync(handover.Team, handover.To, cancellationToken);
        var hands = taken.Aggregate(before, (hands, lead) => hands.With(lead));
        caller.Member.NoteFull(caller.Team.Capacity.Of(hands) is not Fullness.No);
        var numbersTaken = string.Join(", ", taken.Select(l => l.Id));
        Tell(handover, caller, pressed, "Reminders.HandoverTaken", caller.Person.Name, numbersTaken);
        return new PressAnswer(caller.Words.Say("Reminders.HandoverYours", numbersTaken));
    }

    private PressAnswer Refuse(Handover handover, Caller caller, ButtonPressed pressed)
    {
        var again = new AskHandover.Arguments(handover.Team.Value, handover.From.Value, caller.Id.Value);
        replies.Answer(pressed, nameof(AskHandover), again, ChatAddress.Private(handover.From.Value));
        return new PressAnswer(caller.Words["Reminders.HandoverDeclined"]);
    }

    private void Tell(Handover handover, Caller caller, ButtonPressed pressed, string key, params string[] values)
    {
        var text = new SayText.Arguments(key, values, caller.Team.Id.Value);
        replies.Answer(pressed, nameof(SayText), text, ChatAddress.Private(handover.From.Value));
    }
}
