using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Digests;

/// <summary>Leads of a Moscow team in the week of 9–15 November 2026, looked at on Monday the 16th at 9:00.</summary>
internal static class Facts
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static readonly ClaimSla Sla = new(WorkingHours.Default(Moscow), TimeSpan.FromMinutes(5));

    public static readonly DigestPeriod Week = DigestPeriod.WeekBefore(At(16, 9), Moscow);

    private static long number = 1000;

    /// <summary>A local time of November 2026.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0) =>
        new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(3));

    /// <param name="day">Of November 2026.</param>
    /// <param name="hour">Local.</param>
    /// <param name="claimedAfter">Minutes; null: nobody claimed it.</param>
    public static LeadFacts Lead(int day, int hour, double? claimedAfter = 2, string? campaign = "autumn") =>
        new()
        {
            Id = new(Interlocked.Increment(ref number)),
            Source = "Site",
            Campaign = campaign,
            ReceivedAt = At(day, hour),
            FirstClaimedAt = claimedAfter is { } minutes ? At(day, hour).AddMinutes(minutes) : null,
            Status = claimedAfter is null ? LeadStatus.New : LeadStatus.Claimed,
        };

    public static LeadFacts Bad(this LeadFacts lead, RejectReason reason) =>
        lead with
        {
            Status = LeadStatus.Rejected,
            RejectReason = reason,
            ClosedAt = lead.ReceivedAt.AddMinutes(30),
        };

    public static LeadFacts Sold(this LeadFacts lead, DateTimeOffset at, long amountMinor) =>
        lead with
        {
            Status = LeadStatus.Won,
            WasQualified = true,
            ClosedAt = at,
            AmountMinor = amountMinor,
        };
}
