using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>Hours, holidays and whose ladder is meant, as a manager types them on Monday 23 November 2026 in Moscow.</summary>
public sealed class TeamSettingTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 20, 0, TimeSpan.FromHours(3));

    [Theory]
    [InlineData("30 24", 30, 24 * 60)]
    [InlineData("30 мин, 24 ч", 30, 24 * 60)]
    [InlineData("30min 24h", 30, 24 * 60)]
    [InlineData("2 ч 16 часов", 120, 16 * 60)]
    [InlineData("60 / 90 min", 60, 90)]
    [InlineData("1440 240", 1440, 240 * 60)]
    [InlineData("1441 240", 0, 0)]
    [InlineData("30 241", 0, 0)]
    [InlineData("90 1", 0, 0)]
    [InlineData("0 24", 0, 0)]
    [InlineData("30", 0, 0)]
    [InlineData("30 24 8", 0, 0)]
    [InlineData("soon 24", 0, 0)]
    [InlineData("99999999999 1", 0, 0)]
    public void After_a_claim_contact_and_outcome_have_their_time(string text, int contact, int outcome)
    {
        var read = TeamSettingReader.AfterClaim(text);

        Assert.Equal(
            (contact, outcome),
            ((int?)read?.FirstContact.TotalMinutes ?? 0, (int?)read?.Outcome.TotalMinutes ?? 0)
        );
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
