using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>Holidays as a manager types them on Monday 23 November 2026 in Moscow.</summary>
public sealed class HolidayReaderTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 20, 0, TimeSpan.FromHours(3));

    [Theory]
    [InlineData("01.01-03.01, 23.02", "01.01.2027 02.01.2027 03.01.2027 23.02.2027")]
    [InlineData("23.02 ;\n 01.01, 01.01", "01.01.2027 23.02.2027")]
    [InlineData("22.11.2026, 23.11.2026", "23.11.2026")]
    [InlineData("22.11, 12 июня", "12.06.2027 22.11.2027")]
    [InlineData("22.11-24.11", "23.11.2026 24.11.2026")]
    [InlineData("30.12-02.01", "30.12.2026 31.12.2026 01.01.2027 02.01.2027")]
    [InlineData("none", "")]
    [InlineData("нет", "")]
    [InlineData("01.01-01.03.2027", "60")]
    [InlineData("01.01.2027-02.03.2027", null)]
    [InlineData("01.01.2027-28.02.2027, 01.05, 02.05", null)]
    [InlineData("01.01 9-13", null)]
    [InlineData("01.01, soon", null)]
    [InlineData(",", null)]
    public void They_are_whole_days_ahead_in_order_and_sixty_at_most(string text, string? expected)
    {
        var days = HolidayReader.Read(text, [], Now, Moscow)?.Days;

        Assert.Equal(expected, days?.Count == 60 ? "60" : Shown(days));
    }

    [Theory]
    [InlineData(2, 1, "01.01-02.01, 23.02", "23.02.2027 01.01.2028 02.01.2028")]
    [InlineData(3, 16, "01.01-02.01, 23.02", "01.01.2028 02.01.2028 23.02.2028")]
    [InlineData(3, 16, "16.03, 15.03", "16.03.2027 15.03.2028")]
    [InlineData(1, 2, "01.01-02.01", "02.01.2027")]
    [InlineData(3, 2, "28.02", "28.02.2028")]
    public void Without_a_year_the_next_one_is_meant(int month, int day, string text, string expected)
    {
        var read = HolidayReader.Read(text, [], new(2027, month, day, 7, 0, 0, TimeSpan.Zero), Moscow)!;

        Assert.Equal(expected, Shown(read.Days));
    }

    [Theory]
    [InlineData("+ 31.12", "31.12.2026 01.01.2027 23.02.2027", "")]
    [InlineData("+31.12, 08.03", "31.12.2026 01.01.2027 23.02.2027 08.03.2027", "")]
    [InlineData("- 23.02", "01.01.2027", "")]
    [InlineData("−23.02, + 31.12", "31.12.2026 01.01.2027", "")]
    [InlineData("– 01.01, 23.02", "", "")]
    [InlineData("- 01.01-02.01", "23.02.2027", "02.01.2027")]
    [InlineData("- 09.05", "01.01.2027 23.02.2027", "09.05.2027")]
    [InlineData("31.12, + 08.03", null, null)]
    [InlineData("+", null, null)]
    [InlineData("- soon", null, null)]
    public void With_a_sign_they_change_the_list(string text, string? expected, string? unlisted)
    {
        DateOnly[] listed = [new(2026, 11, 4), new(2027, 1, 1), new(2027, 2, 23)];

        var read = HolidayReader.Read(text, listed, Now, Moscow);

        Assert.Equal((expected, unlisted), (Shown(read?.Days), Shown(read?.Unlisted)));
    }

    [Fact]
    public void What_is_over_by_its_own_year_is_named()
    {
        var read = HolidayReader.Read("22.11.2026, 01.01.2026-02.01.2026, 31.12", [], Now, Moscow)!;

        Assert.Equal("31.12.2026", Shown(read.Days));
        Assert.Equal("01.01.2026 02.01.2026 22.11.2026", Shown(read.Past));
    }

    private static string? Shown(IReadOnlyList<DateOnly>? days) =>
        days is null
            ? null
            : string.Join(' ', days.Select(d => d.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
}
