using HandoffBot.Features.Promotions;

namespace HandoffBot.Tests.Features.Promotions;

public sealed class StartDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData("сегодня", "2026-11-16")]
    [InlineData(" Today! ", "2026-11-16")]
    [InlineData("Завтра", "2026-11-17")]
    [InlineData("tomorrow", "2026-11-17")]
    [InlineData("25.11", "2026-11-25")]
    [InlineData("25/11/26", "2026-11-25")]
    [InlineData("1.2.2027", "2027-02-01")]
    [InlineData("25 ноября", "2026-11-25")]
    [InlineData("25 нояб.", "2026-11-25")]
    [InlineData("3 мая 2027 года", "2027-05-03")]
    [InlineData("3 марта", "2027-03-03")]
    [InlineData("25 November", "2026-11-25")]
    [InlineData("November 25th, 2026", "2026-11-25")]
    [InlineData("2026-11-25", "2026-11-25")]
    [InlineData("16.11", "2026-11-16")]
    [InlineData("16.11.2027", "2027-11-16")]
    public void Day_is_read_as_people_write_it(string said, string day)
    {
        var read = StartDates.Read(said, Today);

        Assert.Equal(new StartDateReading.Day(DateOnly.Parse(day, CultureInfo.InvariantCulture)), read);
    }

    [Theory]
    [InlineData("15.11")]
    [InlineData("1 октября")]
    [InlineData("2026-11-15")]
    [InlineData("17.11.2027")]
    [InlineData("1 May 2190")]
    public void Day_that_is_past_or_over_a_year_away_is_refused(string said) =>
        Assert.IsType<StartDateReading.OutOfRange>(StartDates.Read(said, Today));

    [Theory]
    [InlineData("")]
    [InlineData("скоро")]
    [InlineData("31.02")]
    [InlineData("0.0")]
    [InlineData("12 попугаев")]
    [InlineData("99999999999.1")]
    [InlineData("0000-01-01")]
    [InlineData("٢٥.١١")]
    public void What_is_no_date_is_said_to_be_none(string said) =>
        Assert.IsType<StartDateReading.Unread>(StartDates.Read(said, Today));
}
