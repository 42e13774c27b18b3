using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders.HandingOver;

/// <summary>Whose shift is over names who is to take what cannot wait, or keeps it.</summary>
internal sealed class ChooseColleague(
    HandoffDb db,
    Callers callers,
    UrgentLeads urgent,
    Replies replies,
    TimeProvider clock
) : IButton
{
    public const string Verb = "handto";

    /// <summary>How long an answer is waited for before who asked may ask another: 15 minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)pressed.Press!.About);
        if (await callers.FindAsync(pressed, team, cancellationToken) is not { Member.MaySell: true } caller)
        {
            return new PressAnswer((await callers.WordsForAsync(pressed, cancellationToken))["Common.NotInTeam"]);
        }

        if (!pressed.Place.IsPrivate)
        {
            return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        var words = caller.Words;
        if (pressed.Press.Choice == 0)
        {
            await KeepAsync(pressed, caller, cancellationToken);
            return new PressAnswer(words["Reminders.HandoverKept"]);
        }

        var waiting = await urgent.OfAsync(caller.Team, caller.Member, cancellationToken);
        var open = waiting.Leads;
        if (open.Count == 0)
        {
            Settle(pressed);
            return new PressAnswer(words["Reminders.HandoverNothing"]);
        }

        var colleagues = await urgent.ColleaguesAsync(caller.Team, caller.Id, waiting, cancellationToken);
        if (colleagues.FirstOrDefault(c => c.Id.Value == pressed.Press.Choice) is not { } colleague)
        {
            return new PressAnswer(words["Reminders.HandoverAway"]);
        }

        var asked = new Handover
        {
            Team = team,
            From = caller.Id,
            To = colleague.Id,
            Leads = [.. open.Select(l => l.Id.Value)],
            AskedAt = clock.GetUtcNow(),
        };
        db.Handovers.Add(asked);
        await db.SaveChangesAsync(cancellationToken);
        Settle(pressed);
        replies.Answer(
            pressed,
            nameof(OfferHandover),
            new OfferHandover.Arguments(asked.Id),
            ChatAddress.Private(colleague.Id.Value)
        );
        AskAgainLater(pressed, asked);
        return new PressAnswer(words.Say("Reminders.HandoverAsked", colleague.Name));
    }

    /// <summary>Whoever was asked before has nothing to answer any more.</summary>
    private async Task KeepAsync(ButtonPressed pressed, Caller caller, CancellationToken cancellationToken)
    {
        var asked = await db
            .Handovers.Where(h => h.Team == caller.Team.Id && h.From == caller.Id && h.AnsweredAt == null)
            .ToListAsync(cancellationToken);
        asked.ForEach(h => h.Answer(clock.GetUtcNow()));
        Settle(pressed);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void AskAgainLater(ButtonPressed pressed, Handover asked)
    {
        var again = new AskHandover.Arguments(asked.Team.Value, asked.From.Value, Unanswered: asked.Id);
        var (to, origin) = (ChatAddress.Private(asked.From.Value), Replies.OriginOf(pressed, "unanswered"));
        var due = asked.AskedAt + Patience;
        db.Say(new Intent(nameof(AskHandover), to, origin, OutboxPriority.Private, again, due), asked.AskedAt);
    }

    private void Settle(ButtonPressed pressed) =>
        replies.Settle(pressed, pressed.Place.Address, new SettleQuestion.Arguments(pressed.MessageId));
}
