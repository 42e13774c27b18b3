using CsCheck;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class AnyLifeTests
{
    private static readonly TeamRhythm Rhythm = new(WorkingHours.Default(TimeZoneInfo.Utc), Ladder.Default);
    private static readonly DateTimeOffset Start = new(2027, 3, 16, 10, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(int Verb, int Who, int Minutes)> Act = Gen.Select(
        Gen.Int[0, 14],
        Gen.Int[1, 4],
        Gen.Int[0, 90]
    );

    [Fact]
    public void Whatever_people_do_to_a_lead_it_stays_whole() =>
        Act.Array[1, 60]
            .Sample(acts =>
            {
                var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
                var given = new NewLead(new TeamId(1), 1, null, contact, "Windows", null, false, false);
                var lead = Lead.Receive(new LeadId(1), given, Start, Rhythm);
                var events = lead.TakeHappened().ToList();
                var (now, cycle, claims) = (Start, 0, 0);
                foreach (var (verb, who, minutes) in acts)
                {
                    now += TimeSpan.FromMinutes(minutes);
                    claims += Do(lead, verb, new Actor(new PersonId(who), IsManager: who == 1), now) ? 1 : 0;
                    events.AddRange(lead.TakeHappened());
                    Assert.True(lead.Cycle >= cycle);
                    cycle = lead.Cycle;
                    Assert.Equal(lead.IsOwned || (!lead.IsOpen && lead.ClaimedAt is not null), lead.Owner is not null);
                    Assert.Equal(lead.IsOpen, lead.NextStepAt is not null);
                    Assert.Equal(lead.SnoozedFor is not null, lead.DeferredUntil is not null);
                }

                Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.Number));
                Assert.Equal(claims, events.Count(e => e is LeadClaimed));
                Assert.Equal(events.Count, lead.Events);
            });

    /// <returns>Whether it was answered with "claimed".</returns>
    private static bool Do(Lead lead, int verb, Actor actor, DateTimeOffset at)
    {
        switch (verb)
        {
            case 0 or 1 or 2:
                return lead.Claim(actor.Person, at, Rhythm) is ClaimOutcome.Claimed;
            case 3:
                lead.Release(actor, at, Rhythm);
                break;
            case 4:
                lead.Reach(actor, at, Rhythm);
                break;
            case 5:
                lead.MissAnswer(actor, at, Rhythm);
                break;
            case 6:
                lead.PlanCallBack(actor, at.AddHours(1), at, Rhythm);
                break;
            case 7:
                lead.Qualify(actor, at, Rhythm);
                break;
            case 8:
                lead.Win(actor, at, Rhythm);
                break;
            case 9:
                lead.Lose(actor, LostReason.Price, at, Rhythm);
                break;
            case 10:
                lead.Reject(actor, RejectReason.Spam, at, Rhythm);
                break;
            case 11:
                lead.Undo(actor.Person, at, Rhythm);
                break;
            case 12:
                lead.TakeStep(at, Rhythm);
                break;
            case 13:
                lead.Defer(actor, at.AddHours(1), at, Rhythm, SnoozeReason.Details);
                break;
            default:
                lead.Assign(actor, new PersonId(3), at, Rhythm);
                break;
        }

        return false;
    }
}
