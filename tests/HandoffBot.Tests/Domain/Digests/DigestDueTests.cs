using HandoffBot.Domain.Digests;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class DigestDueTests
{
    [Theory]
    [InlineData(16, 9, 16)]
    [InlineData(16, 8, 9)]
    [InlineData(22, 23, 16)]
    public void Week_falls_due_on_Monday_at_nine(int day, int hour, int monday)
    {
        var due = DigestDue.Weekly(Facts.At(day, hour), Facts.Moscow);

        Assert.Equal(new DateOnly(2026, 11, monday), due.On);
        Assert.Equal((7, due.On.AddDays(-1)), (due.On.DayNumber - due.First.DayNumber, due.Last));
        Assert.Equal(Facts.At(monday, 9), due.At);
    }

    [Theory]
    [InlineData(17, 9, 17, 16)]
    [InlineData(17, 8, 16, 13)]
    [InlineData(16, 9, 16, 13)]
    [InlineData(22, 12, 20, 19)]
    public void Day_falls_due_on_working_days_and_tells_of_those_since_the_last(int day, int hour, int on, int first)
    {
        var due = DigestDue.Daily(Facts.At(day, hour), Facts.Sla.Hours);

        Assert.Equal((new DateOnly(2026, 11, on), new DateOnly(2026, 11, first)), (due.On, due.First));
    }

    [Fact]
    public void An_hour_after_its_time_it_is_late()
    {
        var due = DigestDue.Weekly(Facts.At(16, 9), Facts.Moscow);

        Assert.False(due.IsLate(Facts.At(16, 9, 59)));
        Assert.True(due.IsLate(Facts.At(16, 10)));
    }
}
