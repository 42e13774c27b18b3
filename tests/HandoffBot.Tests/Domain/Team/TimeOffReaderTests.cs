using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class TimeOffReaderTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    /// <summary>Monday 23 November 2026, 12:20 in Moscow.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 20, 0, TimeSpan.FromHours(3));

    [Theory]
    [InlineData("12.12-19.12", "2026-12-12 00:00", "2026-12-20 00:00")]
    [InlineData("12-19 декабря", "2026-12-12 00:00", "2026-12-20 00:00")]
    [InlineData("19 dec", "2026-12-19 00:00", "2026-12-20 00:00")]
    [InlineData("31.12", "2026-12-31 00:00", "2027-01-01 00:00")]
    [InlineData("31.12.2026", "2026-12-31 00:00", "2027-01-01 00:00")]
    [InlineData("14.12 13-18", "2026-12-14 13:00", "2026-12-14 18:00")]
    [InlineData("14.12 13:30 - 23:59", "2026-12-14 13:30", "2026-12-14 23:59")]
    [InlineData("14.12 0-9", "2026-12-14 00:00", "2026-12-14 09:00")]
    [InlineData("14 декабря 9-13", "2026-12-14 09:00", "2026-12-14 13:00")]
    [InlineData("пт 9–13", "2026-11-27 09:00", "2026-11-27 13:00")]
    [InlineData("завтра", "2026-11-24 00:00", "2026-11-25 00:00")]
    [InlineData("28.12-05.01", "2026-12-28 00:00", "2027-01-06 00:00")]
    [InlineData("01.06", "2026-06-01 00:00", "2026-06-02 00:00")]
    [InlineData("20.05", "2027-05-20 00:00", "2027-05-21 00:00")]
    [InlineData("29.02.2028", "2028-02-29 00:00", "2028-03-01 00:00")]
    public void It_is_read_as_people_type_it(string text, string from, string to)
    {
        var problem = TimeOffReader.Read(text, Now, Moscow, out var off);

        Assert.Equal(TimeOffProblem.None, problem);
        Assert.Equal((At(from), At(to)), (off.From, off.To));
    }

    [Theory]
    [InlineData("", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("когда-нибудь", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("29.02.2027", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("0.12", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("14.12 9-24", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("14.12 9-13:60", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("14.12 9-13 18-20", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("1 2 3 декабря", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("12-14-19 декабря", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("14.12 13-13", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("14.12 13-9", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("12.12-14.12 9-13", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("19.12-12.12", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("28.12.2026-05.01.2026", nameof(TimeOffProblem.EndsFirst))]
    public void What_is_none_is_refused_with_its_reason(string text, string problem) =>
        Assert.Equal(problem, TimeOffReader.Read(text, Now, Moscow, out _).ToString());

    [Theory]
    [InlineData(60, nameof(TimeOffProblem.None))]
    [InlineData(61, nameof(TimeOffProblem.NotUnderstood))]
    public void Sixty_letters_are_enough(int length, string problem) =>
        Assert.Equal(
            problem,
            TimeOffReader.Read("14.12" + new string(' ', length - 10) + "13-18", Now, Moscow, out _).ToString()
        );

    private static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));
}
