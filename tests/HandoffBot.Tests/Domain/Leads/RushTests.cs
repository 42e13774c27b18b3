using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class RushTests
{
    private const int Shown = 25;

    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(3);

    private readonly Rush rush = new() { Team = new TeamId(1), BeganAt = Noon };

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 2, false)]
    [InlineData(5, 2, false)]
    [InlineData(5, 3, true)]
    [InlineData(6, 3, false)]
    [InlineData(100, 4, false)]
    public void It_is_over_when_nobody_waits_or_few_after_a_calm(int waiting, int minutes, bool isOver) =>
        Assert.Equal(
            isOver,
            rush.IsOver(waiting, new Rush.Arrivals(Shown, Shown, Noon), Calm, Noon.AddMinutes(minutes))
        );

    [Theory]
    [InlineData(6, 4, 0, false)]
    [InlineData(6, 5, 25, false)]
    [InlineData(6, 5, 24, true)]
    [InlineData(500, 5, 0, true)]
    [InlineData(500, 90, 25, false)]
    public void However_many_wait_it_is_over_when_what_comes_could_be_shown_as_cards(
        int waiting,
        int minutes,
        int came,
        bool isOver
    ) =>
        Assert.Equal(
            isOver,
            rush.IsOver(
                waiting,
                new Rush.Arrivals(came, Shown, Noon.AddMinutes(minutes - 0.1)),
                Calm,
                Noon.AddMinutes(minutes)
            )
        );

    [Fact]
    public void Where_none_came_since_it_began_the_calm_counts_from_there() =>
        Assert.True(rush.IsOver(5, new Rush.Arrivals(0, Shown, null), Calm, Noon.AddMinutes(3)));
}
