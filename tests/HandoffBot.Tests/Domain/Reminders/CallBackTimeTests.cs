using CsCheck;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Tests.Domain.Reminders;

public sealed class CallBackTimeTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    /// <summary>Monday 23 November 2026, 12:20 in Moscow.</summary>
    private static readonly DateTimeOffset Now = At("2026-11-23 12:20");

    [Theory]
    [InlineData("14:35", "2026-11-23 14:35")]
    [InlineData("в 15", "2026-11-23 15:00")]
    [InlineData("сегодня в 15.30", "2026-11-23 15:30")]
    [InlineData("завтра 10:00", "2026-11-24 10:00")]
    [InlineData("Завтра, в 15", "2026-11-24 15:00")]
    [InlineData("10:00 завтра", "2026-11-24 10:00")]
    [InlineData("завтра", "2026-11-24 10:00")]
    [InlineData("завтра утром", "2026-11-24 10:00")]
    [InlineData("завтра в 7 вечера", "2026-11-24 19:00")]
    [InlineData("послезавтра в 3 дня", "2026-11-25 15:00")]
    [InlineData("пт 11:30", "2026-11-27 11:30")]
    [InlineData("в пятницу в 11", "2026-11-27 11:00")]
    [InlineData("пн 15:00", "2026-11-23 15:00")]
    [InlineData("пн 10:00", "2026-11-30 10:00")]
    [InlineData("во вторник", "2026-11-24 10:00")]
    [InlineData("через 2 часа", "2026-11-23 14:20")]
    [InlineData("через 30 мин", "2026-11-23 12:50")]
    [InlineData("через час", "2026-11-23 13:20")]
    [InlineData("через полчаса", "2026-11-23 12:50")]
    [InlineData("через полтора часа", "2026-11-23 13:50")]
    [InlineData("через 1,5 часа", "2026-11-23 13:50")]
    [InlineData("через 1 час 30 минут", "2026-11-23 13:50")]
    [InlineData("через 3 дня", "2026-11-26 12:20")]
    [InlineData("через неделю в 10", "2026-11-30 10:00")]
    [InlineData("25.11 10:00", "2026-11-25 10:00")]
    [InlineData("25.11.2026 10:00", "2026-11-25 10:00")]
    [InlineData("25/11/26 10.30", "2026-11-25 10:30")]
    [InlineData("10.01 9:00", "2027-01-10 09:00")]
    [InlineData("25 ноября в 10 утра", "2026-11-25 10:00")]
    [InlineData("5 мая", "2027-05-05 10:00")]
    [InlineData("15 завтра", "2026-11-24 15:00")]
    [InlineData("завтра в полдень", "2026-11-24 12:00")]
    [InlineData("завтра днём", "2026-11-24 14:00")]
    [InlineData("завтра вечером", "2026-11-24 18:00")]
    [InlineData("14 часов", "2026-11-23 14:00")]
    [InlineData("завтра 14 ч", "2026-11-24 14:00")]
    [InlineData("через два часа", "2026-11-23 14:20")]
    [InlineData("через три дня", "2026-11-26 12:20")]
    [InlineData("через день в 9", "2026-11-24 09:00")]
    [InlineData("24.11.2027 12:20", "2027-11-24 12:20")]
    [InlineData("в 9 утра 25 ноября", "2026-11-25 09:00")]
    [InlineData("завтра в 23:59", "2026-11-24 23:59")]
    public void Russian_times_are_read_as_people_type_them(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("tomorrow 10", "2026-11-24 10:00")]
    [InlineData("tomorrow at 3pm", "2026-11-24 15:00")]
    [InlineData("today 12:30 pm", "2026-11-23 12:30")]
    [InlineData("tomorrow 12 am", "2026-11-24 00:00")]
    [InlineData("tomorrow in the morning", "2026-11-24 10:00")]
    [InlineData("fri 11:30", "2026-11-27 11:30")]
    [InlineData("on Friday at 11:30", "2026-11-27 11:30")]
    [InlineData("in 2 hours", "2026-11-23 14:20")]
    [InlineData("in 90m", "2026-11-23 13:50")]
    [InlineData("in an hour", "2026-11-23 13:20")]
    [InlineData("in half an hour", "2026-11-23 12:50")]
    [InlineData("in a week", "2026-11-30 12:20")]
    [InlineData("2026-11-25 10:00", "2026-11-25 10:00")]
    [InlineData("25 Nov 10:00", "2026-11-25 10:00")]
    [InlineData("November 25th at 10 o'clock", "2026-11-25 10:00")]
    [InlineData("zavtra 10:00", "2026-11-24 10:00")]
    [InlineData("tomorrow 3pm and and and and and and and and and and and and", "2026-11-24 15:00")]
    [InlineData("tomorrow at noon", "2026-11-24 12:00")]
    [InlineData("tomorrow evening", "2026-11-24 18:00")]
    [InlineData("in two weeks", "2026-12-07 12:20")]
    [InlineData("in 1 h 30 min", "2026-11-23 13:50")]
    [InlineData("3 pm", "2026-11-23 15:00")]
    public void English_times_are_read_as_people_type_them(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("", nameof(CallBackProblem.NotUnderstood))]
    [InlineData(null, nameof(CallBackProblem.NotUnderstood))]
    [InlineData("потом", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра потом 10", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("15", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("сегодня", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра 25:00", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("31.02 10:00", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра в пятницу", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра через 2 часа", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("10:00 11:00", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("in 99999999999999999999 hours", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("10:00", nameof(CallBackProblem.Past))]
    [InlineData("12:20", nameof(CallBackProblem.Past))]
    [InlineData("сегодня 12:00", nameof(CallBackProblem.Past))]
    [InlineData("20.11 10:00", nameof(CallBackProblem.Past))]
    [InlineData("25.11.2025 10:00", nameof(CallBackProblem.Past))]
    [InlineData("25.11.2027", nameof(CallBackProblem.TooFar))]
    [InlineData("01.01.2190 10:00", nameof(CallBackProblem.TooFar))]
    [InlineData("через 60 недель", nameof(CallBackProblem.TooFar))]
    [InlineData("через 9999 часов", nameof(CallBackProblem.TooFar))]
    [InlineData("через 9999 дней", nameof(CallBackProblem.TooFar))]
    [InlineData("24.11.2027 12:21", nameof(CallBackProblem.TooFar))]
    [InlineData("через 10000 дней", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("через 10000 минут", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("через полтора дня", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра 10:60", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра 24:00", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("завтра вечером 10", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("через утром 5", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("25.13 10:00", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("0.11 10:00", nameof(CallBackProblem.NotUnderstood))]
    [InlineData("tomorrow 13pm and and and and and and and and and and and and", nameof(CallBackProblem.NotUnderstood))]
    public void What_cannot_be_planned_is_refused_with_its_reason(string? text, string expected) =>
        Assert.Equal(expected, CallBackTime.Read(text, Now, Moscow, out _).ToString());

    [Theory]
    [InlineData("завтра в 3", "2026-11-24 03:00", "2026-11-24 15:00")]
    [InlineData("tomorrow at 7", "2026-11-24 07:00", "2026-11-24 19:00")]
    [InlineData("завтра в 1:30", "2026-11-24 01:30", "2026-11-24 13:30")]
    [InlineData("завтра в 3 часа", "2026-11-24 03:00", "2026-11-24 15:00")]
    [InlineData("сегодня в 3", "2026-11-23 15:00")]
    [InlineData("пн 3:00", "2026-11-23 15:00", "2026-11-30 03:00")]
    [InlineData("завтра в 3 ночи", "2026-11-24 03:00")]
    [InlineData("завтра в 7 утра", "2026-11-24 07:00")]
    [InlineData("завтра в 3 дня", "2026-11-24 15:00")]
    [InlineData("tomorrow 3 am", "2026-11-24 03:00")]
    [InlineData("завтра 03:00", "2026-11-24 03:00")]
    [InlineData("завтра 0:30", "2026-11-24 00:30")]
    [InlineData("завтра в 8", "2026-11-24 08:00")]
    [InlineData("5 мая", "2027-05-05 10:00")]
    [InlineData("через 3 часа", "2026-11-23 15:20")]
    public void Early_hour_without_a_mark_may_be_of_either_half_of_the_day(string text, params string[] expected)
    {
        var problem = CallBackTime.ReadEither(text, Now, Moscow, out var meant);

        Assert.Equal(CallBackProblem.None, problem);
        Assert.Equal(expected.Select(At), meant);
    }

    [Fact]
    public void Early_hour_of_a_day_that_is_over_is_past_either_way()
    {
        var problem = CallBackTime.ReadEither("20.11 в 3", Now, Moscow, out var meant);

        Assert.Equal(CallBackProblem.Past, problem);
        Assert.Empty(meant);
    }

    [Fact]
    public void Time_is_that_of_the_readers_wall_on_the_day_of_a_clock_change()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var saturday = new DateTimeOffset(2026, 10, 24, 10, 0, 0, TimeSpan.Zero);

        CallBackTime.Read("tomorrow 10:00", saturday, berlin, out var at);

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 9, 0, 0, TimeSpan.Zero), at);
    }

    [Fact]
    public void Anything_typed_is_either_refused_or_lies_within_a_year_ahead()
    {
        var words =
            "завтра через пт в 10:00 25.11 2 часа дня утра in at tomorrow may 12 31.12.9999 half неделю 3pm 9999".Split(
                ' '
            );

        Gen.OneOf(
                Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 6].Select(w => string.Join(' ', w)),
                Gen.String
            )
            .Sample(
                text =>
                    CallBackTime.Read(text, Now, Moscow, out var at) != CallBackProblem.None
                    || (at > Now && at <= Now.AddDays(366)),
                iter: 20_000
            );
    }

    private static void Reads(string text, string expected)
    {
        var problem = CallBackTime.Read(text, Now, Moscow, out var at);

        Assert.Equal((CallBackProblem.None, At(expected)), (problem, at));
    }

    private static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));
}
