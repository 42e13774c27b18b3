using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>A team: one sales chat, its marketing channel, its managers, its zone and its hours.</summary>
internal sealed class SalesTeam
{
    public required TeamId Id { get; init; }

    public required string Name { get; init; }

    public required Locale Locale { get; set; }

    public WeekDays WorkDays { get; private set; } = WeekDays.MondayToFriday;

    public TimeOnly WorkFrom { get; private set; } = new(9, 0);

    public TimeOnly WorkTo { get; private set; } = new(18, 0);

    public Ladder Ladder { get; private set; } = Ladder.Default;

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Locale.ZoneId);

    public TeamRhythm Rhythm => new(new WorkingHours(Zone, WorkDays, WorkFrom, WorkTo), Ladder);

    public void Settle(Locale locale)
    {
        Locale = locale;
        Version++;
    }
}

/// <summary>Where a team is at home: language, IANA zone, ISO country (for phone numbers), ISO currency.</summary>
internal sealed record Locale(Language Language, string ZoneId, string Country, string Currency);
