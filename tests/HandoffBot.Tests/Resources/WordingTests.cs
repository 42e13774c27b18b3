using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Tests.Resources;

public sealed class WordingTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 23, 30, 0, TimeSpan.FromHours(3));
    private readonly Wording russian = new(Language.Russian, Moscow, Currency.Rouble);
    private readonly Wording english = new(Language.English, Moscow, Currency.Euro);

    [Fact]
    public void Missing_key_is_named()
    {
        var unknown = Assert.Throws<KeyNotFoundException>(() => russian["Common.NoSuchText"]);
        var noFile = Assert.Throws<KeyNotFoundException>(() => english["Nowhere.Text"]);

        Assert.Contains("Common.NoSuchText", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("Nowhere.Text", noFile.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12_000_000, "120\u00A0000\u00A0₽", "€120,000")]
    [InlineData(12_000_050, "120\u00A0000,50\u00A0₽", "€120,000.50")]
    [InlineData(0, "0\u00A0₽", "€0")]
    [InlineData(-500, "−5\u00A0₽", "−€5")]
    public void Money_stands_as_people_write_it(long minor, string inRussian, string inEnglish)
    {
        Assert.Equal(inRussian, russian.Money(minor));
        Assert.Equal(inEnglish, english.Money(minor));
    }

    [Fact]
    public void Currency_without_a_sign_keeps_a_gap_and_without_cents_has_none()
    {
        var francs = new Wording(Language.English, Moscow, Currency.ByCode("chf")!);
        var yen = new Wording(Language.English, Moscow, Currency.ByCode("JPY")!);

        Assert.Equal("CHF\u00A01,200", francs.Money(120_000));
        Assert.Equal("¥1,200", yen.Money(1200));
    }

    [Theory]
    [InlineData(0, "0\u00A0с", "0\u00A0s")]
    [InlineData(72, "1\u00A0мин 12\u00A0с", "1\u00A0min 12\u00A0s")]
    [InlineData(300, "5\u00A0мин", "5\u00A0min")]
    [InlineData(1401, "23\u00A0мин", "23\u00A0min")]
    [InlineData(12_000, "3\u00A0ч 20\u00A0мин", "3\u00A0h 20\u00A0min")]
    [InlineData(176_400, "2\u00A0дня 1\u00A0ч", "2\u00A0days 1\u00A0h")]
    [InlineData(-5, "0\u00A0с", "0\u00A0s")]
    public void Duration_is_as_fine_as_it_is_short(int seconds, string inRussian, string inEnglish)
    {
        Assert.Equal(inRussian, russian.Duration(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(inEnglish, english.Duration(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(301, "5\u00A0мин")]
    [InlineData(10, "1\u00A0мин")]
    public void Waiting_is_told_in_minutes(int seconds, string expected) =>
        Assert.Equal(expected, russian.Minutes(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("2026-11-23 14:35", "14:35", "14:35")]
    [InlineData("2026-11-24 10:00", "завтра 10:00", "tomorrow 10:00")]
    [InlineData("2026-11-22 22:40", "вчера 22:40", "yesterday 22:40")]
    [InlineData("2026-11-27 11:30", "пт 11:30", "Fri 11:30")]
    [InlineData("2026-11-29 11:30", "вс 11:30", "Sun 11:30")]
    [InlineData("2026-11-30 10:00", "30 ноября 10:00", "30 November 10:00")]
    [InlineData("2026-11-20 10:00", "20 ноября 10:00", "20 November 10:00")]
    [InlineData("2027-01-10 10:00", "10 января 2027 10:00", "10 January 2027 10:00")]
    public void Time_is_said_as_people_say_it_in_the_zone(string local, string inRussian, string inEnglish)
    {
        var at = new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));

        Assert.Equal(inRussian, russian.Time(at.ToUniversalTime(), Now.ToUniversalTime()));
        Assert.Equal(inEnglish, english.Time(at.ToUniversalTime(), Now.ToUniversalTime()));
    }

    [Theory]
    [InlineData("2026-11-09", "2026-11-15", "9–15 ноября", "9–15 November")]
    [InlineData("2026-10-28", "2026-11-03", "28 октября – 3 ноября", "28 October – 3 November")]
    [InlineData("2026-12-28", "2027-01-03", "28 декабря 2026 – 3 января 2027", "28 December 2026 – 3 January 2027")]
    [InlineData("2026-11-09", "2026-11-09", "9 ноября", "9 November")]
    public void Range_of_dates_repeats_nothing(string from, string to, string inRussian, string inEnglish)
    {
        var first = DateOnly.Parse(from, CultureInfo.InvariantCulture);
        var last = DateOnly.Parse(to, CultureInfo.InvariantCulture);

        Assert.Equal(inRussian, russian.Dates(first, last));
        Assert.Equal(inEnglish, english.Dates(first, last));
    }

    [Fact]
    public void Shares_and_changes_carry_their_signs()
    {
        Assert.Equal(("87\u00A0%", "87%"), (russian.Percent(0.866m), english.Percent(0.866m)));
        Assert.Equal(
            ("+9\u00A0%", "−6%", "0%"),
            (russian.Change(0.09m), english.Change(-0.06m), english.Change(0.001m))
        );
        Assert.Equal(("+4\u00A0п.\u00A0п.", "−4\u00A0pp"), (russian.Points(0.04m), english.Points(-0.04m)));
        Assert.Equal(("+3", "−1\u00A0416"), (english.Signed(3), russian.Signed(-1416)));
    }

    [Fact]
    public void Quotation_marks_are_those_of_the_language() =>
        Assert.Equal(("«Окна {0}»", "“Windows”"), (russian.Quoted("Окна {0}"), english.Quoted("Windows")));
}
