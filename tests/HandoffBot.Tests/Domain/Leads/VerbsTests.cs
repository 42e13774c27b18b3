using HandoffBot.Domain.Leads;
using static HandoffBot.Domain.Leads.LeadOutcome;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

/// <summary>Every verb on a lead of every status: by its owner Ivan, by Anna who has no part in it, by the manager Olga.</summary>
public sealed class VerbsTests
{
    private static readonly LeadStatus[] Statuses = Enum.GetValues<LeadStatus>();

    private static readonly Dictionary<string, Func<Lead, Actor, DateTimeOffset, LeadOutcome>> Verbs = new()
    {
        ["Reach"] = (lead, who, at) => lead.Reach(who, at, Rhythm),
        ["MissAnswer"] = (lead, who, at) => lead.MissAnswer(who, at, Rhythm),
        ["PlanCallBack"] = (lead, who, at) => lead.PlanCallBack(who, at.AddHours(1), at, Rhythm),
        ["Qualify"] = (lead, who, at) => lead.Qualify(who, at, Rhythm),
        ["Win"] = (lead, who, at) => lead.Win(who, at, Rhythm),
        ["GiveAmount"] = (lead, who, at) => lead.GiveAmount(who, 100, at),
        ["Lose"] = (lead, who, at) => lead.Lose(who, LostReason.Price, at, Rhythm),
        ["Reject"] = (lead, who, at) => lead.Reject(who, RejectReason.Spam, at, Rhythm),
        ["Release"] = (lead, who, at) => lead.Release(who, at, Rhythm),
        ["Assign"] = (lead, who, at) => lead.Assign(who, Anna.Person, at, Rhythm),
        ["AssignToItsOwner"] = (lead, who, at) => lead.Assign(who, Ivan.Person, at, Rhythm),
        ["Defer"] = (lead, who, at) => lead.Defer(who, at.AddHours(1), at, Rhythm),
        ["Admit"] = (lead, who, at) => lead.Admit(who, at, Rhythm),
        ["Undo"] = (lead, who, at) => lead.Undo(who.Person, at, Rhythm),
    };

    public static TheoryData<string, string, string> Table { get; } =
        new()
        {
            // verb, who: New, Claimed, Qualified, Won, Lost, Rejected
            { "Reach", "Ivan", "NotTaken Done Done Closed Closed Closed" },
            { "Reach", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "Reach", "Olga", "NotTaken Done Done Closed Closed Closed" },
            { "MissAnswer", "Ivan", "NotTaken Done Done Closed Closed Closed" },
            { "MissAnswer", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "PlanCallBack", "Ivan", "NotTaken Done Done Closed Closed Closed" },
            { "PlanCallBack", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "Qualify", "Ivan", "NotTaken Done Repeated Closed Closed Closed" },
            { "Qualify", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "Win", "Ivan", "NotTaken Done Done Closed Closed Closed" },
            { "Win", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "Win", "Olga", "NotTaken Done Done Closed Closed Closed" },
            { "GiveAmount", "Ivan", "NotTaken NotTaken NotTaken Done Closed Closed" },
            { "GiveAmount", "Anna", "NotTaken NotTaken NotTaken NotYours Closed Closed" },
            { "Lose", "Ivan", "NotTaken Done Done Closed Closed Closed" },
            { "Lose", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "Reject", "Ivan", "Done Done Done Closed Closed Closed" },
            { "Reject", "Anna", "Done NotYours NotYours Closed Closed Closed" },
            { "Reject", "Olga", "Done Done Done Closed Closed Closed" },
            { "Release", "Ivan", "NotTaken Done Done Closed Closed Closed" },
            { "Release", "Anna", "NotTaken NotYours NotYours Closed Closed Closed" },
            { "Release", "Olga", "NotTaken Done Done Closed Closed Closed" },
            { "Assign", "Olga", "Done Done Done Closed Closed Closed" },
            { "AssignToItsOwner", "Olga", "Done Repeated Repeated Closed Closed Closed" },
            { "Defer", "Olga", "Done Overtaken Overtaken Closed Closed Closed" },
            { "Admit", "Olga", "Repeated Repeated Repeated Closed Closed Closed" },
            { "Undo", "Ivan", "Overtaken TooLate TooLate TooLate TooLate TooLate" },
            { "Undo", "Anna", "Overtaken Overtaken Overtaken Overtaken Overtaken Overtaken" },
        };

    [Theory, MemberData(nameof(Table))]
    public void Every_verb_has_its_answer_in_every_status_and_what_is_refused_changes_nothing(
        string verb,
        string who,
        string expected
    )
    {
        var actor = who switch
        {
            "Ivan" => Ivan,
            "Anna" => Anna,
            _ => Olga,
        };
        foreach (var (status, answer) in Statuses.Zip(expected.Split(' ').Select(Enum.Parse<LeadOutcome>)))
        {
            var stage = Of(status);
            var (events, owner) = (stage.Lead.Events, stage.Lead.Owner);

            var outcome = Verbs[verb](stage.Lead, actor, stage.Now);

            Assert.True(answer == outcome, $"{verb} by {who} on {status}: {outcome} instead of {answer}");
            Assert.Equal(answer is LeadOutcome.Done ? 1 : 0, stage.Lead.TakeHappened().Count);
            if (answer is not LeadOutcome.Done)
            {
                Assert.Equal((events, owner, status), (stage.Lead.Events, stage.Lead.Owner, stage.Lead.Status));
            }
        }
    }

    [Theory]
    [InlineData(nameof(LeadStatus.New), nameof(ClaimOutcome.Claimed), nameof(ClaimOutcome.Claimed))]
    [InlineData(nameof(LeadStatus.Claimed), nameof(ClaimOutcome.AlreadyYours), nameof(ClaimOutcome.TakenByAnother))]
    [InlineData(nameof(LeadStatus.Qualified), nameof(ClaimOutcome.AlreadyYours), nameof(ClaimOutcome.TakenByAnother))]
    [InlineData(nameof(LeadStatus.Won), nameof(ClaimOutcome.Closed), nameof(ClaimOutcome.Closed))]
    [InlineData(nameof(LeadStatus.Lost), nameof(ClaimOutcome.Closed), nameof(ClaimOutcome.Closed))]
    [InlineData(nameof(LeadStatus.Rejected), nameof(ClaimOutcome.Closed), nameof(ClaimOutcome.Closed))]
    public void A_claim_has_its_answer_in_every_status(string status, string owner, string another)
    {
        var (his, foreign) = (Of(Enum.Parse<LeadStatus>(status)), Of(Enum.Parse<LeadStatus>(status)));

        Assert.Equal(owner, his.Lead.Claim(Ivan.Person, his.Now, Rhythm).ToString());
        Assert.Equal(another, foreign.Lead.Claim(Anna.Person, foreign.Now, Rhythm).ToString());
    }

    [Fact]
    public void The_same_verb_by_the_same_person_counts_once_within_three_seconds()
    {
        var stage = Of(LeadStatus.Claimed);

        var first = stage.Lead.MissAnswer(Ivan, stage.Now, Rhythm);
        var trembling = stage.Lead.MissAnswer(Ivan, stage.Now.AddSeconds(3), Rhythm);
        var manager = stage.Lead.MissAnswer(Olga, stage.Now.AddSeconds(3), Rhythm);
        var later = stage.Lead.MissAnswer(Olga, stage.Now.AddSeconds(6.001), Rhythm);

        Assert.Equal([Done, Repeated, Done, Done], [first, trembling, manager, later]);
        Assert.Equal(3, stage.Lead.Attempts);
    }
}
