using CsCheck;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

/// <summary>A lead nobody takes, with any norms in any hours, looked at whenever.</summary>
public sealed class AnyLadderTests
{
    private static readonly LeadStep[] Order = [LeadStep.Remind, LeadStep.Sla, LeadStep.Next, LeadStep.Manager];

    private static readonly Gen<WorkingHours> Hours = AnyHours.Of(shortest: 30);

    /// <summary>Each step some minutes after the one before, as a team may set them.</summary>
    private static readonly Gen<Ladder> AnyLadder = Gen.Select(
        Gen.Int[1, 90].Array[5],
        Gen.Bool,
        (after, offersNext) =>
            Ladder.Default with
            {
                Remind = Minutes(after[0]),
                Sla = Minutes(after[0] + after[1]),
                Next = offersNext ? Minutes(after[..3].Sum()) : null,
                Manager = Minutes(after[..4].Sum()),
                ManagerRepeat = Minutes(after[4]),
            }
    );

    private static readonly Gen<DateTimeOffset> Instants = Gen.Long[
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
            new DateTimeOffset(2035, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()
        ]
        .Select(DateTimeOffset.FromUnixTimeSeconds);

    [Fact]
    public void Looked_at_when_they_are_due_steps_rise_each_once_and_each_in_its_working_time() =>
        Gen.Select(Hours, AnyLadder, Instants)
            .Sample(
                (hours, ladder, from) =>
                {
                    var rhythm = new TeamRhythm(hours, ladder);
                    var lead = Waiting(from, rhythm);
                    var (taken, last) = (new List<LeadStep>(), from);
                    for (var n = 0; n < 7; n++)
                    {
                        var due = lead.NextStepAt!.Value;
                        Assert.Equal(LeadStep.None, lead.TakeStep(due.AddTicks(-1), rhythm));
                        var step = lead.TakeStep(due, rhythm);
                        var (since, norm) = taken.Contains(LeadStep.Manager)
                            ? (last, ladder.ManagerRepeat)
                            : (from, NormOf(step, ladder));
                        // The first moment at which so much working time has passed, so never outside of it.
                        Assert.Equal(norm, hours.Between(since, due));
                        Assert.True(hours.Between(since, due.AddTicks(-1)) < norm);
                        taken.Add(step);
                        last = due;
                    }

                    var once = taken.Take(ladder.Next is null ? 3 : 4);
                    Assert.Equal(Order.Where(s => s is not LeadStep.Next || ladder.Next is not null), once);
                    Assert.All(taken.Skip(once.Count()), s => Assert.Equal(LeadStep.Manager, s));
                },
                iter: 1_000
            );

    [Fact]
    public void Looked_at_whenever_steps_rise_and_none_is_taken_twice_or_too_soon() =>
        Gen.Select(Hours, AnyLadder, Instants, Gen.Int[0, 3_000].Array[1, 60])
            .Sample(
                (hours, ladder, from, looks) =>
                {
                    var rhythm = new TeamRhythm(hours, ladder);
                    var lead = Waiting(from, rhythm);
                    var (now, said, told) = (from, -1, (DateTimeOffset?)null);
                    foreach (var minutes in looks)
                    {
                        now += Minutes(minutes);
                        var step = lead.TakeStep(now, rhythm);
                        Assert.Equal(LeadStep.None, lead.TakeStep(now, rhythm));
                        if (step is LeadStep.None)
                        {
                            continue;
                        }

                        var rank = Array.IndexOf(Order, step);
                        Assert.True(rank > said || (told is not null && step is LeadStep.Manager));
                        Assert.True(hours.Between(from, now) >= NormOf(step, ladder));
                        Assert.True(told is not { } at || hours.Between(at, now) >= ladder.ManagerRepeat);
                        said = rank;
                        told = step is LeadStep.Manager ? now : told;
                    }
                },
                iter: 1_000
            );

    private static Lead Waiting(DateTimeOffset from, TeamRhythm rhythm)
    {
        var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
        var given = new NewLead(new TeamId(1), 1, null, contact, "Windows", null, false, false);
        return Lead.Receive(new LeadId(1), given, from, rhythm);
    }

    private static TimeSpan NormOf(LeadStep step, Ladder ladder) =>
        step switch
        {
            LeadStep.Remind => ladder.Remind,
            LeadStep.Sla => ladder.Sla,
            LeadStep.Next => ladder.Next!.Value,
            _ => ladder.Manager,
        };

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
