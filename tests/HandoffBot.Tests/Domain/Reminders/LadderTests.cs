using HandoffBot.Domain.Reminders;

namespace HandoffBot.Tests.Domain.Reminders;

public sealed class LadderTests
{
    [Fact]
    public void Default_ladder_reminds_before_it_mentions_and_mentions_before_it_escalates()
    {
        var ladder = Ladder.Default;

        Assert.Equal(
            [3, 5, 10, 30],
            new[] { ladder.Remind, ladder.Sla, ladder.Manager, ladder.ManagerRepeat }.Select(t => t.TotalMinutes)
        );
        Assert.Equal(TimeSpan.FromMinutes(30), ladder.FirstContact);
        Assert.Equal(TimeSpan.FromHours(24), ladder.Outcome);
    }
}
