using CsCheck;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class AnyMergeTests
{
    private const int Leads = 5;

    private static readonly Gen<(int Verb, int One, int Other, int Who, int Minutes)> Act = Gen.Select(
        Gen.Int[0, 11],
        Gen.Int[0, Leads - 1],
        Gen.Int[0, Leads - 1],
        Gen.Int[1, 3],
        Gen.Int[0, 90]
    );

    [Fact]
    public void In_any_order_of_merging_parting_and_claiming_no_inquiry_is_lost_and_each_lead_has_one_that_stands_for_it() =>
        Act.Array[1, 80]
            .Sample(acts =>
            {
                Lead[] leads =
                [
                    MergeTests.Of(1, list: 7),
                    MergeTests.Of(2),
                    MergeTests.Of(3, priority: LeadPriority.High),
                    MergeTests.Of(4, isSuspect: true),
                    MergeTests.Of(5, list: 8, priority: LeadPriority.Low),
                ];
                var before = leads.ToDictionary(l => l.Id, l => (l.ListId, l.Priority));
                var worked = new HashSet<LeadId>();
                var (now, inquiries) = (Ten, Leads);
                foreach (var (verb, one, other, who, minutes) in acts)
                {
                    now += TimeSpan.FromMinutes(minutes);
                    var actor = new Actor(new PersonId(who), IsManager: who == 1);
                    inquiries += Do(verb, leads, one, other, actor, now);
                    worked.UnionWith(
                        leads.Where(l => l.Status is not (LeadStatus.New or LeadStatus.Merged)).Select(l => l.Id)
                    );
                    Check(leads, inquiries);
                    // Whoever is alone, asked once and was never in anybody's hands is as they came.
                    Assert.All(
                        leads.Where(l =>
                            l is { Status: LeadStatus.New, Absorbed: 0, Inquiries: 1 } && !worked.Contains(l.Id)
                        ),
                        l => Assert.Equal(before[l.Id], (l.ListId, l.Priority))
                    );
                }
            });

    private static int Do(int verb, Lead[] leads, int one, int other, Actor actor, DateTimeOffset at)
    {
        var lead = leads[one];
        switch (verb)
        {
            case 0 or 1 or 2:
                Lead.Merge(lead, leads[other], actor, at, Rhythm);
                break;
            case 3 or 4 when lead.MergedInto is { } into:
                lead.PartFrom(leads[into.Value - 1], actor, at, Rhythm);
                break;
            case 5:
                lead.Claim(actor.Person, at, Rhythm);
                break;
            case 6:
                lead.Release(actor, at, Rhythm);
                break;
            case 7:
                lead.Undo(actor.Person, at, Rhythm);
                break;
            case 8:
                lead.TakeStep(at, Rhythm);
                break;
            case 9 when lead.IsOpen:
                lead.Repeat(lead.Contact.Copy(), at);
                lead.ComeForward(at, Rhythm);
                return 1;
            case 10:
                lead.Reject(actor, RejectReason.Spam, at, Rhythm);
                break;
            case 11:
                lead.Lose(actor, LostReason.Price, at, Rhythm);
                break;
        }

        return 0;
    }

    private static void Check(Lead[] leads, int inquiries)
    {
        Assert.Equal(inquiries, leads.Sum(l => l.Inquiries));
        foreach (var lead in leads)
        {
            Assert.Equal(lead.Status is LeadStatus.Merged, lead.MergedInto is not null);
            Assert.Equal(lead.MergedInto is null && lead.Absorbed == 0, lead.BeforeMerge is null);
            Assert.Equal(leads.Count(l => l.MergedInto == lead.Id), lead.Absorbed);
            var rests = lead.Status is LeadStatus.New && (lead.IsSuspect || lead.ListId is not null);
            Assert.Equal(lead.IsOpen && !rests, lead.NextStepAt is not null);
            Assert.True(!lead.IsOwned || lead.Owner is not null);
            var standing = lead;
            for (var steps = 0; standing.MergedInto is { } into; steps++)
            {
                Assert.True(steps < Leads, "a circle");
                standing = leads[into.Value - 1];
            }

            Assert.True(standing.IsOpen || standing.ClosedAt is not null);
            var events = lead.TakeHappened();
            Assert.Equal(Enumerable.Range(lead.Events - events.Count + 1, events.Count), events.Select(e => e.Number));
        }
    }
}
