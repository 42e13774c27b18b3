using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>A team: one sales chat, its marketing channel, its managers, its zone and its hours.</summary>
internal sealed class SalesTeam
{
    public const int DefaultJoinsWithinDays = 30;

    public required TeamId Id { get; init; }

    public required string Name { get; init; }

    public required Locale Locale { get; set; }

    public WeekDays WorkDays { get; private set; } = WeekDays.MondayToFriday;

    public TimeOnly WorkFrom { get; private set; } = new(9, 0);

    public TimeOnly WorkTo { get; private set; } = new(18, 0);

    /// <summary>Hours that differ by the day of the week; null: the same on each of the days.</summary>
    public ShiftPlan? WorkWeek { get; private set; }

    /// <summary>In order; none of the past.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; private set; } = [];

    public Ladder Ladder { get; private set; } = Ladder.Default;

    /// <summary>Of urgent leads; null: as all others.</summary>
    public Ladder? HighLadder { get; private set; }

    /// <summary>Of leads that can wait; null: as all others.</summary>
    public Ladder? LowLadder { get; private set; }

    public Capacity Capacity { get; private set; } = Capacity.Default;

    public Handing Handing { get; private set; } = Handing.Default;

    public Masking Masking { get; private set; }

    /// <summary>So many days after its last inquiry an open lead still takes another of the same contact: 30, a custom of the trade; 0 is never.</summary>
    public int JoinsWithinDays { get; private set; } = DefaultJoinsWithinDays;

    /// <summary>Since then nobody is on shift, and the clock of what waits stands; null while somebody is.</summary>
    public DateTimeOffset? UnattendedSince { get; private set; }

    /// <summary>Whether the manager heard that leads wait and nobody is there.</summary>
    public bool IsUnattendedTold { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }

    public TimeSpan JoinsWithin => TimeSpan.FromDays(JoinsWithinDays);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Locale.ZoneId);

    public TeamRhythm Rhythm =>
        new(new WorkingHours(Zone, WorkDays, WorkFrom, WorkTo) { Week = WorkWeek, Holidays = Holidays }, Ladder)
        {
            High = HighLadder,
            Low = LowLadder,
        };

    /// <summary>The last one on shift has gone.</summary>
    public void LeaveAlone(DateTimeOffset at) => UnattendedSince = at;

    /// <summary>What was before that moment is settled otherwise.</summary>
    public void StayAlone(DateTimeOffset from)
    {
        if (UnattendedSince < from)
        {
            UnattendedSince = from;
        }
    }

    /// <summary>Somebody is there again.</summary>
    /// <returns>Since when nobody was; null if somebody was there all the time.</returns>
    public DateTimeOffset? Attend()
    {
        var since = UnattendedSince;
        (UnattendedSince, IsUnattendedTold) = (null, false);
        return since;
    }

    public void NoteUnattendedTold() => IsUnattendedTold = true;

    public void Work(WeekDays days, TimeOnly from, TimeOnly to)
    {
        (WorkDays, WorkFrom, WorkTo, WorkWeek) = (days, from, to, null);
        Version++;
    }

    /// <param name="week">At least one day.</param>
    public void Work(ShiftPlan week)
    {
        Work(week.WeekDays, week.Days[0].From, week.Days[0].To);
        WorkWeek = week.Days.DistinctBy(d => (d.From, d.To)).Count() > 1 ? week : null;
    }

    public void CloseOn(IReadOnlyList<DateOnly> holidays)
    {
        Holidays = holidays;
        Version++;
    }

    /// <summary>How long after a claim, whatever the priority: until the first attempt to contact, and until an outcome.</summary>
    public void WorkWithin(TimeSpan firstContact, TimeSpan outcome)
    {
        Ladder = After(Ladder);
        HighLadder = HighLadder is { } high ? After(high) : null;
        LowLadder = LowLadder is { } low ? After(low) : null;
        Version++;

        Ladder After(Ladder ladder) => ladder with { FirstContact = firstContact, Outcome = outcome };
    }

    public void Climb(Ladder ladder)
    {
        Ladder = ladder;
        Version++;
    }

    /// <param name="priority">High or Low.</param>
    /// <param name="ladder">Null: as all others.</param>
    public void Climb(LeadPriority priority, Ladder? ladder)
    {
        (HighLadder, LowLadder) = priority is LeadPriority.High ? (ladder, LowLadder) : (HighLadder, ladder);
        Version++;
    }

    public void HandOut(Handing handing)
    {
        Handing = handing;
        Version++;
    }

    public void Carry(Capacity capacity)
    {
        Capacity = capacity;
        Version++;
    }

    public void Mask(Masking masking)
    {
        Masking = masking;
        Version++;
    }

    public void JoinWithin(int days)
    {
        JoinsWithinDays = days;
        Version++;
    }

    public void Settle(Locale locale)
    {
        Locale = locale;
        Version++;
    }
}

/// <summary>Where a team is at home: language, IANA zone, ISO country (for phone numbers), ISO currency.</summary>
internal sealed record Locale(Language Language, string ZoneId, string Country, string Currency);
