using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders.HandingOver;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Reminders;

/// <summary>
/// Who goes is asked what a colleague should take, and before days off the manager hears what stays. An offer by name ends with the shift of
/// who got it: who goes before its planned end leaves it to the next in turn, at that end it is for all.
/// </summary>
internal static class LeaveShift
{
    public static async Task SettleAsync(
        HandoffDb db,
        HandOut handOut,
        Left left,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var rep in left.Reps)
        {
            var asked = new AskHandover.Arguments(left.Team.Id.Value, rep.Person.Value);
            db.Say(ShiftNotice.To(rep, nameof(AskHandover), asked, now), now);
            var hours = left.Team.Rhythm.Hours;
            // Who takes a break comes back before the days off.
            if (rep.ShiftAt(now, hours).Why is not Away.OnBreak && rep.LeaveAfter(now, hours) is { } leave)
            {
                var said = new TellOwnerAway.Arguments(left.Team.Id.Value, rep.Person.Value);
                var cause = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{left.Team.Id}:{rep.Person.Value}:{leave.From.ToUnixTimeSeconds()}"
                );
                await OwnersLeave.TellAsync(db, said, cause, now, cancellationToken);
            }
        }

        foreach (var lead in left.Waiting.Where(l => left.Reps.Any(r => r.Person == l.KeptFor(now))).ToList())
        {
            lead.Pass(lead.OfferedTo!.Value, now);
            if (left.Team.Handing.Mode is HandingMode.InTurn)
            {
                await handOut.OfferNextAsync(lead, cancellationToken);
            }
        }
    }

    internal sealed record Left(SalesTeam Team, IReadOnlyList<Member> Reps, IReadOnlyList<Lead> Waiting);
}
