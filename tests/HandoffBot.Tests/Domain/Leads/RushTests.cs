using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class RushTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 2, false)]
    [InlineData(5, 2, false)]
    [InlineData(5, 3, true)]
    [InlineData(6, 3, false)]
    [InlineData(6, 14, false)]
    [InlineData(6, 15, true)]
    [InlineData(100, 16, true)]
    public void It_is_over_when_nobody_waits_or_few_after_a_calm_or_any_after_a_quarter_of_an_hour(
        int waiting,
        int minutes,
        bool isOver
    ) => Assert.Equal(isOver, Rush.IsOver(waiting, Noon, Calm, Noon.AddMinutes(minutes)));
}
