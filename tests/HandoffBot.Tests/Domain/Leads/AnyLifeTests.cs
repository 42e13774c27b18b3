using CsCheck;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class AnyLifeTests
{
    private static readonly TeamRhythm Usual = new(WorkingHours.Default(TimeZoneInfo.Utc), Ladder.Default);

    /// <summary>The team's hours may be changed at any moment.</summary>
    private static readonly TeamRhythm Late = new(
        WorkingHours.Default(TimeZoneInfo.Utc) with
        {
            From = new TimeOnly(14, 0),
            To = new TimeOnly(22, 0),
        },
        Ladder.Default
    );
    private const int Repeats = 15;
    private const int TakesOut = 16;
    private const int Rehours = 17;

    private static readonly DateTimeOffset Start = new(2027, 3, 16, 10, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(int Verb, int Who, int Minutes)> Act = Gen.Select(
        Gen.Int[0, 26],
        Gen.Int[1, 4],
        Gen.Int[0, 90]
    );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_is_forgotten_is_asked_about_no_more_whatever_was_done_before(bool isListed) =>
        Act.Array[0, 30]
            .Sample(acts =>
            {
                var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
                var given = new NewLead(new TeamId(1), 1, null, contact, "Windows", null, false, false)
                {
                    ListId = isListed ? 7 : null,
                };
                var (lead, now) = (Lead.Receive(new LeadId(1), given, Start, Usual), Start);
                foreach (var (verb, who, minutes) in acts)
                {
                    now += TimeSpan.FromMinutes(minutes);
                    Do(lead, verb, new Actor(new PersonId(who), IsManager: who == 1), now, Usual);
                }

                lead.Forget(null, now, Usual);

                Assert.False(lead.IsOpen);
                Assert.Null(lead.NextStepAt);
                Assert.Null(lead.KeptFor(now));
                Assert.Null(lead.Contact.Phone);
            });

    [Fact]
    public void Whatever_people_do_to_a_lead_it_stays_whole() =>
        Act.Array[1, 60]
            .Sample(acts =>
            {
                var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
                // Every other one comes in a list.
                var given = new NewLead(new TeamId(1), 1, null, contact, "Windows", null, false, false)
                {
                    ListId = acts.Length % 2 == 0 ? 7 : null,
                };
                var (rhythm, inquiries) = (Usual, 1);
                var lead = Lead.Receive(new LeadId(1), given, Start, rhythm);
                var events = lead.TakeHappened().ToList();
                var (now, cycle, claims) = (Start, 0, 0);
                foreach (var (verb, who, minutes) in acts)
                {
                    now += TimeSpan.FromMinutes(minutes);
                    rhythm = verb == Rehours ? (rhythm == Usual ? Late : Usual) : rhythm;
                    inquiries += Asked(lead, verb);
                    claims += Do(lead, verb, new Actor(new PersonId(who), IsManager: who == 1), now, rhythm) ? 1 : 0;
                    events.AddRange(lead.TakeHappened());
                    Assert.True(lead.Cycle >= cycle);
                    cycle = lead.Cycle;
                    Assert.Equal(lead.IsOwned || (!lead.IsOpen && lead.ClaimedAt is not null), lead.Owner is not null);
                    var isListed = lead is { Status: LeadStatus.New, ListId: not null };
                    Assert.Equal(lead.IsOpen && !isListed, lead.NextStepAt is not null);
                    Assert.Equal(inquiries, lead.Inquiries);
                    Assert.True(lead.KeptFor(now) is null || lead.Status is LeadStatus.New);
                    Assert.True(lead.AmountMinor is null || lead.Status is LeadStatus.Won);
                    Assert.True(lead.SnoozedFor is null || lead.DeferredUntil is not null);
                }

                Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.Number));
                Assert.Equal(claims, events.Count(e => e is LeadClaimed));
                Assert.Equal(events.Count, lead.Events);
            });

    /// <returns>By how many its inquiries change.</returns>
    private static int Asked(Lead lead, int verb) =>
        verb == Repeats && lead.IsOpen ? 1
        : verb == TakesOut && lead.Inquiries > 1 ? -1
        : 0;

    /// <returns>Whether it was answered with "claimed".</returns>
    private static bool Do(Lead lead, int verb, Actor actor, DateTimeOffset at, TeamRhythm rhythm)
    {
        switch (verb)
        {
            case 0 or 1 or 2:
                return lead.Claim(actor.Person, at, rhythm) is ClaimOutcome.Claimed;
            case 3:
                lead.Release(actor, at, rhythm);
                break;
            case 4:
                lead.Reach(actor, at, rhythm);
                break;
            case 5:
                lead.MissAnswer(actor, at, rhythm);
                break;
            case 6:
                lead.PlanCallBack(actor, at.AddHours(1), at, rhythm);
                break;
            case 7:
                lead.Qualify(actor, at, rhythm);
                break;
            case 8:
                lead.Win(actor, at, rhythm);
                break;
            case 9:
                lead.Lose(actor, LostReason.Price, at, rhythm);
                break;
            case 10:
                lead.Reject(actor, RejectReason.Spam, at, rhythm);
                break;
            case 11:
                lead.Undo(actor.Person, at, rhythm);
                break;
            case 12:
                lead.TakeStep(at, rhythm);
                break;
            case 13:
                lead.Defer(actor, at.AddHours(1), at, rhythm, SnoozeReason.Details);
                break;
            case Repeats when lead.IsOpen:
                lead.Repeat(lead.Contact.Copy(), at);
                break;
            case TakesOut when lead.Inquiries > 1:
                lead.TakeOut(new LeadId(2), actor.Person, [], at);
                break;
            case Rehours:
                lead.Retime(rhythm);
                break;
            case 18:
                lead.Offer(new Offering(HandingMode.InTurn, actor.Person, []), at.AddMinutes(5), at);
                break;
            case 19:
                lead.Pass(actor.Person, at);
                break;
            case 20:
                lead.HandOver(actor.Person, new PersonId(2), at, rhythm);
                break;
            case 21:
                lead.GiveAmount(actor, 120_000, at);
                break;
            case 22:
                lead.ComeForward(at, rhythm);
                break;
            case 23:
                lead.WaitOut(TimeSpan.FromMinutes(7), at, rhythm);
                break;
            case 24:
                lead.StandStill(TimeSpan.FromMinutes(7), at, rhythm);
                break;
            case 25:
                lead.CountFrom(at, rhythm);
                break;
            case 26:
                lead.Orphan(at, rhythm);
                break;
            default:
                lead.Assign(actor, new PersonId(3), at, rhythm);
                break;
        }

        return false;
    }
}
