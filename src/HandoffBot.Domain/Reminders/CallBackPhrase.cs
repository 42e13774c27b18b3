namespace HandoffBot.Domain.Reminders;

/// <summary>What a typed call-back time said, before it is held against the calendar.</summary>
internal sealed record CallBackPhrase
{
    /// <summary>Minutes from now.</summary>
    public decimal Minutes { get; init; }

    /// <summary>Days from today.</summary>
    public int? DaysAhead { get; init; }

    /// <summary>Whether the days were counted ("in 3 days"), so that the time of day stays as it is now.</summary>
    public bool Counted { get; init; }

    public DayOfWeek? WeekDay { get; init; }

    /// <summary>Day, month and, when it was said, year.</summary>
    public (int Day, int Month, int? Year)? Date { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>Whether the hour may be of the night or of the afternoon: "at 3".</summary>
    public bool EitherHalf { get; init; }

    public bool HasDay => DaysAhead is not null || WeekDay is not null || Date is not null;

    public bool IsEmpty => Minutes == 0 && !HasDay && Time is null;
}
