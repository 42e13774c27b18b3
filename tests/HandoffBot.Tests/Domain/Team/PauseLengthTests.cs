using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class PauseLengthTests
{
    [Theory]
    [InlineData("", 30)]
    [InlineData("45", 45)]
    [InlineData("30m", 30)]
    [InlineData("30 min", 30)]
    [InlineData("30 мин.", 30)]
    [InlineData("1 минута", 1)]
    [InlineData("2h", 120)]
    [InlineData("2 часа", 120)]
    [InlineData("12 часов", 720)]
    [InlineData(" 1 ЧАС ", 60)]
    public void The_length_of_a_break_is_read_as_people_type_it(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), PauseLength.Read(text));

    [Theory]
    [InlineData("0")]
    [InlineData("13 h")]
    [InlineData("721")]
    [InlineData("-5")]
    [InlineData("9999999")]
    [InlineData("until lunch")]
    [InlineData("30 м 5")]
    [InlineData("1,5 ч")]
    public void No_break_is_shorter_than_a_minute_or_longer_than_twelve_hours(string text) =>
        Assert.Null(PauseLength.Read(text));
}
