using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

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
            Settle(pressed);
            return new PressAnswer(words["Reminders.HandoverKept"]);
        }

        var (open, _) = await urgent.OfAsync(caller.Team, caller.Member, cancellationToken);
        if (open.Count == 0)
        {
            Settle(pressed);
            return new PressAnswer(words["Reminders.HandoverNothing"]);
        }

        var colleagues = await urgent.ColleaguesAsync(caller.Team, caller.Id, cancellationToken);
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
        return new PressAnswer(words.Say("Reminders.HandoverAsked", colleague.Name));
    }

    private void Settle(ButtonPressed pressed) =>
        replies.Settle(pressed, pressed.Place.Address, new SettleQuestion.Arguments(pressed.MessageId));
}
