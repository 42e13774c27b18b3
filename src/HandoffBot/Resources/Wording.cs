using HandoffBot.Domain.Team;

namespace HandoffBot.Resources;

/// <summary>How the bot speaks to one reader: language, the zone of the times, the currency of the amounts.</summary>
internal sealed class Wording(Language language, TimeZoneInfo zone, Currency currency)
{
    private const char Minus = '\u2212';

    private static readonly CultureInfo Russian = Numbers("ru-RU", ",", "\u00A0");
    private static readonly CultureInfo English = Numbers("en-GB", ".", ",");

    public Language Language => language;

    public TimeZoneInfo Zone => zone;

    public Currency Currency => currency;

    public CultureInfo Culture => language == Language.Russian ? Russian : English;

    /// <summary>A text without values. Refuses a key that is not there, by name.</summary>
    public string this[string key] => Texts.Get(key, language);

    /// <summary>
    /// A text with values: numbers are grouped (<c>1,416</c>), a <see cref="TimeSpan"/> is a duration, all else as it is.
    /// A lead's number is no amount: pass it as text.
    /// </summary>
    public string Say(string key, params object?[] values) => Phrase.Fill(this[key], language, Show, values);

    public string Number(decimal value) => value.ToString("#,0.##", Culture);

    /// <summary><c>+3</c>, <c>−6</c>, <c>0</c>.</summary>
    public string Signed(decimal value) => value > 0 ? "+" + Number(value) : Number(value);

    /// <summary><c>87%</c>, with a space in Russian, of a ratio where 1 is the whole, without decimals.</summary>
    public string Percent(decimal ratio) => Say("Common.Percent", Rounded(ratio));

    /// <summary><c>+9%</c>, <c>−6%</c>, <c>0%</c> of a ratio where 0.09 is nine hundredths more.</summary>
    public string Change(decimal ratio) => Say("Common.Percent", Signed(Rounded(ratio)));

    /// <summary>The difference of two ratios in percentage points: <c>+4 pp</c>.</summary>
    public string Points(decimal difference) => Say("Common.Points", Signed(Rounded(difference)));

    /// <summary><c>€1,200</c>, in Russian the sign comes last; the minor units only where there are any.</summary>
    public string Money(long minor)
    {
        var amount = Math.Abs((decimal)minor) / currency.MinorUnits;
        var number = amount.ToString(amount % 1 == 0 ? "#,0" : "#,0.00", Culture);
        var gap = language == Language.Russian || char.IsLetter(currency.Symbol[^1]) ? "\u00A0" : "";
        var shown = language == Language.Russian ? number + gap + currency.Symbol : currency.Symbol + gap + number;
        return minor < 0 ? Minus + shown : shown;
    }

    /// <summary>In the quotation marks of the language.</summary>
    public string Quoted(string text) => Say("Common.Quoted", text);

    /// <summary>To the second below ten minutes, to the minute below a day: <c>1 min 12 s</c>, <c>3 h 20 min</c>.</summary>
    public string Duration(TimeSpan time) =>
        time switch
        {
            { Ticks: < TimeSpan.TicksPerMinute } => Part("Seconds", Math.Max(time.Seconds, 0)),
            { TotalMinutes: < 10 } => Parts("Minutes", time.Minutes, "Seconds", time.Seconds),
            { TotalHours: < 1 } => Part("Minutes", time.Minutes),
            { TotalDays: < 1 } => Parts("Hours", time.Hours, "Minutes", time.Minutes),
            _ => Parts("Days", time.Days, "Hours", time.Hours),
        };

    /// <summary>Without seconds, a minute at least: how long somebody waits. <c>5 min</c>.</summary>
    public string Minutes(TimeSpan time) => Duration(TimeSpan.FromMinutes(Math.Max(Math.Floor(time.TotalMinutes), 1)));

    /// <summary><c>14:35</c>.</summary>
    public string Clock(DateTimeOffset at) => WallClock.Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As people say it: <c>14:35</c>, <c>tomorrow 10:00</c>, <c>Fri 11:30</c>, <c>25 November 10:00</c>.</summary>
    public string Time(DateTimeOffset at, DateTimeOffset now)
    {
        var (day, today) = (Day(at), Day(now));
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => Clock(at),
            1 => $"{this["Common.Tomorrow"]} {Clock(at)}",
            -1 => $"{this["Common.Yesterday"]} {Clock(at)}",
            > 1 and < 7 => $"{WeekDay(day.DayOfWeek)} {Clock(at)}",
            _ => $"{Date(day, today)} {Clock(at)}",
        };
    }

    /// <summary>Not to be mistaken: <c>Fri 27 November 15:00</c>; the year only when it is not this one.</summary>
    public string FullTime(DateTimeOffset at, DateTimeOffset now) =>
        $"{WeekDay(Day(at).DayOfWeek)} {Date(Day(at), Day(now))} {Clock(at)}";

    /// <summary>Since when something lasts: <c>since 10:42</c>, <c>since Mon 10:42</c>, <c>since 15 November 10:42</c>.</summary>
    public string Since(DateTimeOffset at, DateTimeOffset now) => Say("Common.Since", Moment(at, now));

    /// <summary>A past moment as it stands after "since": <c>10:42</c>, <c>Mon 10:42</c>, <c>15 November 10:42</c>.</summary>
    public string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var (day, today) = (Day(at), Day(now));
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => Clock(at),
            > 0 and < 7 => $"{WeekDay(day.DayOfWeek)} {Clock(at)}",
            _ => $"{Date(day, today)} {Clock(at)}",
        };
    }

    /// <summary><c>Fri</c>.</summary>
    public string WeekDay(DayOfWeek day) => this["Common.WeekDays"].Split('|')[(int)day];

    /// <summary><c>15 November</c>; the year only when it is not that of <paramref name="today"/>.</summary>
    public string Date(DateOnly day, DateOnly? today = null) =>
        $"{day.Day} {Month(day)}" + (today is null || today.Value.Year == day.Year ? "" : $" {day.Year}");

    /// <summary><c>9–15 November</c>, <c>28 October – 3 November</c>; the years only when they differ.</summary>
    public string Dates(DateOnly from, DateOnly to) =>
        (from, to) switch
        {
            _ when from == to => Date(from),
            _ when from.Year != to.Year => $"{Date(from, to)} \u2013 {Date(to, from)}",
            _ when from.Month != to.Month => $"{Date(from)} \u2013 {Date(to)}",
            _ => $"{from.Day}\u2013{Date(to)}",
        };

    /// <summary>The date on the wall at that instant.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(WallClock.Local(at, zone));

    private string Month(DateOnly day) => this["Common.Months"].Split('|')[day.Month - 1];

    private string Part(string unit, int count) => Say("Common." + unit, count);

    private string Parts(string unit, int count, string smaller, int rest) =>
        rest == 0 ? Part(unit, count) : $"{Part(unit, count)} {Part(smaller, rest)}";

    private string Show(object? value, string? format) =>
        value switch
        {
            null => "",
            string text => text,
            TimeSpan time when format is null => Duration(time),
            byte or short or int or long or decimal or double or float when format is null => Number(
                Convert.ToDecimal(value, CultureInfo.InvariantCulture)
            ),
            IFormattable formattable => formattable.ToString(format, Culture),
            _ => value.ToString() ?? "",
        };

    private static decimal Rounded(decimal ratio) => Math.Round(ratio * 100, MidpointRounding.AwayFromZero);

    private static CultureInfo Numbers(string name, string point, string group)
    {
        // Separators are set by hand: they differ between versions of ICU.
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NegativeSign = Minus.ToString();
        return CultureInfo.ReadOnly(culture);
    }
}
