using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>Hours, holidays and whose ladder is meant, as a manager types them on Monday 23 November 2026 in Moscow.</summary>
public sealed class TeamSettingTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 20, 0, TimeSpan.FromHours(3));

    [Theory]
    [InlineData("mon-fri 9-18", 62, 9, 18)]
    [InlineData("сб вс 10-14", 65, 10, 14)]
    [InlineData("daily 8-20", 127, 8, 20)]
    public void The_same_hours_on_each_day_are_hours(string text, int days, int from, int to) =>
        Assert.Equal(((WeekDays)days, new TimeOnly(from, 0), new TimeOnly(to, 0)), TeamSettingReader.Hours(text));

    [Theory]
    [InlineData("mon-fri 9-18, sat 10-14")]
    [InlineData("mon-fri 9-18, sat 9-14")]
    [InlineData("some day")]
    public void Other_hours_on_some_days_are_not(string text) => Assert.Null(TeamSettingReader.Hours(text));

    [Theory]
    [InlineData("01.01-03.01, 23.02", "01.01.2027 02.01.2027 03.01.2027 23.02.2027")]
    [InlineData("23.02 ;\n 01.01, 01.01", "01.01.2027 23.02.2027")]
    [InlineData("22.11.2026, 23.11.2026", "23.11.2026")]
    [InlineData("", "")]
    [InlineData("01.01-01.03.2027", "60")]
    [InlineData("01.01.2027-02.03.2027", null)]
    [InlineData("01.01.2027-28.02.2027, 01.05, 02.05", null)]
    [InlineData("01.01 9-13", null)]
    [InlineData("01.01, soon", null)]
    public void Holidays_are_whole_days_ahead_in_order_and_sixty_at_most(string text, string? expected)
    {
        var days = TeamSettingReader.Holidays(text, Now, Moscow);

        var shown = days is null
            ? null
            : string.Join(' ', days.Select(d => d.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
        Assert.Equal(expected, days?.Count == 60 ? "60" : shown);
    }

    [Theory]
    [InlineData("urgent 1 2 5 15", nameof(LeadPriority.High), "1 2 5 15")]
    [InlineData("high: 1 2 5 15", nameof(LeadPriority.High), "1 2 5 15")]
    [InlineData("срочные 1 2 5 15", nameof(LeadPriority.High), "1 2 5 15")]
    [InlineData("срочно 1 2 5 15", nameof(LeadPriority.High), "1 2 5 15")]
    [InlineData("важные 1 2 5 15", nameof(LeadPriority.High), "1 2 5 15")]
    [InlineData("  low   10 30 60 60 ", nameof(LeadPriority.Low), "10 30 60 60")]
    [InlineData("low: 10", nameof(LeadPriority.Low), "10")]
    [InlineData("later 10", nameof(LeadPriority.Low), "10")]
    [InlineData("несрочные 10", nameof(LeadPriority.Low), "10")]
    [InlineData("неважные 10", nameof(LeadPriority.Low), "10")]
    [InlineData("3 5 10 30", null, null)]
    [InlineData("urgent", null, null)]
    public void Whose_minutes_are_meant_is_told_by_the_word_in_front(string text, string? priority, string? minutes)
    {
        var read = TeamSettingReader.OfPriority(text);

        Assert.Equal((priority, minutes), (read?.Priority.ToString(), read?.Minutes));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("10 min.", 10)]
    [InlineData("0", null)]
    [InlineData("5 5", null)]
    [InlineData("five", null)]
    public void An_offer_stands_for_minutes(string text, int? minutes) =>
        Assert.Equal(minutes, TeamSettingReader.OfferFor(text)?.TotalMinutes is { } read ? (int)read : null);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("30 days", 30)]
    [InlineData("30 дней", 30)]
    [InlineData("4 weeks", null)]
    [InlineData("1 2", null)]
    public void A_lead_takes_up_another_inquiry_for_days(string text, int? days) =>
        Assert.Equal(days, TeamSettingReader.JoinsWithinDays(text));
}
