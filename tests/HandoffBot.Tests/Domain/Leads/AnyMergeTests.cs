using CsCheck;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class AnyMergeTests
{
    private const int Leads = 5;

    private static readonly Gen<(int Verb, int One, int Other, int Who, int Minutes)> Act = Gen.Select(
        Gen.Int[0, 9],
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
                var leads = Enumerable.Range(1, Leads).Select(n => MergeTests.Of(n)).ToArray();
                var (now, inquiries) = (Ten, Leads);
                foreach (var (verb, one, other, who, minutes) in acts)
                {
                    now += TimeSpan.FromMinutes(minutes);
                    var actor = new Actor(new PersonId(who), IsManager: who == 1);
                    inquiries += Do(verb, leads, one, other, actor, now);
                    Check(leads, inquiries);
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
                return 1;
        }

        return 0;
    }

    private static void Check(Lead[] leads, int inquiries)
    {
        Assert.Equal(inquiries, leads.Sum(l => l.Inquiries));
        foreach (var lead in leads)
        {
            Assert.Equal(lead.Status is LeadStatus.Merged, lead.MergedInto is not null);
            Assert.Equal(lead.MergedInto is null, lead.BeforeMerge is null);
            Assert.Equal(leads.Count(l => l.MergedInto == lead.Id), lead.Absorbed);
            Assert.Equal(lead.IsOpen, lead.NextStepAt is not null);
            Assert.Equal(lead.IsOwned, lead.Owner is not null);
            var standing = lead;
            for (var steps = 0; standing.MergedInto is { } into; steps++)
            {
                Assert.True(steps < Leads, "a circle");
                standing = leads[into.Value - 1];
            }

            Assert.True(standing.IsOpen);
            var events = lead.TakeHappened();
            Assert.Equal(Enumerable.Range(lead.Events - events.Count + 1, events.Count), events.Select(e => e.Number));
        }
    }
}
