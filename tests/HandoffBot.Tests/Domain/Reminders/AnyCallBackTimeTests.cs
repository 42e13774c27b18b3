using CsCheck;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Tests.Domain.Reminders;

/// <summary>Any moment ahead, said as people say it: it is read back to the very minute.</summary>
public sealed class AnyCallBackTimeTests
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly TimeZoneInfo[] Zones =
    [
        .. new[] { "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland" }.Select(
            TimeZoneInfo.FindSystemTimeZoneById
        ),
    ];

    private static readonly string[] InRussian =
    [
        "в воскресенье",
        "в пн",
        "во вторник",
        "в среду",
        "чт",
        "в пятницу",
        "сб",
    ];
    private static readonly string[] InEnglish = ["sun", "on Monday", "tue", "Wednesday", "thu", "on Friday", "sat"];

    /// <summary>Ways to say a moment; null where this one cannot be said so.</summary>
    private static readonly Func<Moment, string?>[] Phrases =
    [
        m => m.Russian("d.MM.yyyy HH:mm"),
        m => m.Russian("dd.MM.yy в H.mm"),
        m => m.IsNear ? m.Russian("d MMMM 'в' H:mm") : null,
        m => m.IsNear ? m.Russian("d.MM H:mm") : null,
        m => m.Days == 0 ? m.Russian("'сегодня в' H:mm") : null,
        m => m.Days == 1 ? m.Russian("'завтра,' HH:mm") : null,
        m => m.Days == 2 ? m.Russian("H:mm 'послезавтра'") : null,
        m => m.Days > 0 ? $"через {m.Days} дней в {m.Russian("H:mm")}" : null,
        m => m.Days is > 0 and < 7 ? $"{InRussian[(int)m.Local.DayOfWeek]} {m.Russian("H:mm")}" : null,
        m => m.Minutes < 10_000 ? $"через {m.Minutes} минут" : null,
        m => m.Minutes is > 60 and < 10_000 ? $"через {m.Minutes / 60} часов {m.Minutes % 60} мин" : null,
        m => m.English("yyyy-MM-dd HH:mm"),
        m => m.English("d/MM/yyyy H:mm"),
        m => m.IsNear ? m.English("d MMM HH:mm") : null,
        m => m.IsNear ? m.English("MMMM d 'at' h:mm tt") : null,
        m => m.Days == 0 ? m.English("'today at' h:mm tt").ToLowerInvariant() : null,
        m => m.Days == 1 ? m.English("'tomorrow' h:mm tt").ToLowerInvariant() : null,
        m => m.Days > 0 ? $"in {m.Days} days at {m.English("H:mm")}" : null,
        m => m.Days is > 0 and < 7 ? $"{InEnglish[(int)m.Local.DayOfWeek]} {m.English("H:mm")}" : null,
        m => m.Minutes < 10_000 ? $"in {m.Minutes}m" : null,
        m => m.Minutes is > 60 and < 10_000 ? $"in {m.Minutes / 60} h {m.Minutes % 60} min" : null,
    ];

    private static readonly Gen<(DateTimeOffset Now, DateTimeOffset Meant)> Times = Gen.Select(
        Gen.Long[Minute(2024), Minute(2040)],
        Gen.OneOf(Gen.Int[1, 3_000], Gen.Int[1, 360 * 1440]),
        (now, ahead) => (At(now), At(now + ahead))
    );

    [Fact]
    public void What_is_said_of_a_moment_in_either_language_means_that_moment() =>
        Gen.Select(Times, Gen.Int[0, Zones.Length - 1])
            .Sample(
                (time, where) =>
                {
                    var moment = new Moment(time.Now, time.Meant, Zones[where]);
                    foreach (var phrase in Phrases.Select(p => p(moment)).OfType<string>())
                    {
                        var problem = CallBackTime.Read(phrase, time.Now, moment.Zone, out var at);
                        // In the hour that comes twice the words are those of both.
                        if (!moment.Zone.IsAmbiguousTime(moment.Local))
                        {
                            Assert.True(
                                (problem, at) == (CallBackProblem.None, time.Meant),
                                $"“{phrase}” at {time.Now:u} in {moment.Zone.Id} was {problem} {at:u}, not {time.Meant:u}."
                            );
                        }
                    }
                },
                iter: 5_000
            );

    [Fact]
    public void Each_way_to_say_it_is_tried()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 20, 0, TimeSpan.Zero);
        var moments = new[] { 100, 1_500, 3_000, 200_000 }.Select(m => new Moment(now, now.AddMinutes(m), Zones[0]));

        Assert.All(Phrases, p => Assert.Contains(moments, m => p(m) is not null));
    }

    private static long Minute(int year) =>
        new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() / 60;

    private static DateTimeOffset At(long minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60);

    private sealed record Moment(DateTimeOffset Now, DateTimeOffset Meant, TimeZoneInfo Zone)
    {
        public DateTime Local => TimeZoneInfo.ConvertTime(Meant, Zone).DateTime;

        public int Days => (Local.Date - TimeZoneInfo.ConvertTime(Now, Zone).Date).Days;

        public int Minutes => (int)(Meant - Now).TotalMinutes;

        /// <summary>A date without its year is the next one only for half a year.</summary>
        public bool IsNear => Days <= 180;

        public string Russian(string format) => Local.ToString(format, AnyCallBackTimeTests.Russian);

        public string English(string format) => Local.ToString(format, AnyCallBackTimeTests.English);
    }
}
