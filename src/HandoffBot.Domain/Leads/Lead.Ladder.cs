using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    private static readonly LeadStep[] Waiting = [LeadStep.Remind, LeadStep.Sla, LeadStep.Next, LeadStep.Manager];

    /// <summary>The earliest of its clocks; a claim stops the waiting ones by setting it anew.</summary>
    public LeadStep NextStep { get; private set; }

    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>The steps told since it last became New or changed hands.</summary>
    public LeadStep Said { get; private set; }

    public DateTimeOffset? LastStepAt { get; private set; }

    public int StepCount { get; private set; }

    /// <summary>Working time that counts against nobody: the bot was away, or nobody was on shift.</summary>
    public TimeSpan WaitedOut { get; private set; }

    /// <summary>The bot was away for so much of the team's working time: what was not said yet falls due as much later.</summary>
    public void WaitOut(TimeSpan working, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (!IsOpen || working <= TimeSpan.Zero)
        {
            return;
        }

        MoveRepeat(working, at, rhythm);
        WaitedOut += working;
        Record(new AbsenceWaitedOut(at, working));
        SetClocks(rhythm);
    }

    /// <summary>The team's hours or its ladder changed: what was not said yet falls due by the new ones.</summary>
    public void Retime(TeamRhythm rhythm)
    {
        if (IsOpen)
        {
            SetClocks(rhythm);
            Version++;
        }
    }

    /// <summary>Nobody of the team was on shift for so much of its working time: as with an absence of the bot.</summary>
    public void StandStill(TimeSpan working, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Status is not LeadStatus.New || working <= TimeSpan.Zero)
        {
            return;
        }

        MoveRepeat(working, at, rhythm);
        WaitedOut += working;
        Record(new ClockStood(at, working));
        SetClocks(rhythm);
    }

    /// <summary>What the manager is told again and again counts from the last time, not from when the lead came.</summary>
    private void MoveRepeat(TimeSpan working, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Status is LeadStatus.New && Said.HasFlag(LeadStep.Manager) && !RestsAt(at))
        {
            (DeferredUntil, SnoozedFor) = (rhythm.After(WaitingDueAt(LeadStep.Manager, rhythm), working), null);
        }
    }

    /// <summary>The clock was ahead when it came, was taken or was told of, and was put right: what would count from then counts from now.</summary>
    public void CountFrom(DateTimeOffset now, TeamRhythm rhythm)
    {
        if (!IsOpen)
        {
            return;
        }

        WaitingSince = WaitingSince > now ? now : WaitingSince;
        ClaimedAt = ClaimedAt > now ? now : ClaimedAt;
        LastStepAt = LastStepAt > now ? now : LastStepAt;
        SetClocks(rhythm);
        Version++;
    }

    /// <summary>Takes the step that is due, the highest one if several are; None if none is due any more.</summary>
    public LeadStep TakeStep(DateTimeOffset at, TeamRhythm rhythm)
    {
        if (NextStepAt is not { } due || due > at)
        {
            return LeadStep.None;
        }

        var steps = Status is LeadStatus.New ? WaitingDue(at, rhythm) : OwnedDue(at, rhythm);
        if (steps.Length == 0)
        {
            // The team's rhythm changed since its clocks were set.
            SetClocks(rhythm);
            return LeadStep.None;
        }

        var step = Status is LeadStatus.New ? steps[^1] : steps.Max();
        StepCount++;
        Said |= steps.Aggregate(LeadStep.None, (all, s) => all | s);
        LastStepAt = at;
        Record(new StepTaken(at, step, StepCount));
        SetClocks(rhythm);
        return step;
    }

    private LeadStep[] WaitingDue(DateTimeOffset at, TeamRhythm rhythm)
    {
        var steps = StepsOf(rhythm);
        var highest = Array.FindLastIndex(steps, s => WaitingDueAt(s, rhythm) <= at);
        return steps[..(highest + 1)];
    }

    private LeadStep[] OwnedDue(DateTimeOffset at, TeamRhythm rhythm) =>
        [.. OwnedClocks(rhythm).Where(c => c.At <= at).Select(c => c.Step)];

    private void SetClocks(TeamRhythm rhythm)
    {
        // One of a list waits in its queue, where nobody promised a time.
        ClaimDueAt = ListId is null
            ? rhythm.After(WaitingSince, rhythm.LadderOf(Priority).Sla + WaitedOut)
            : WaitingSince;
        (NextStep, NextStepAt) = Status switch
        {
            LeadStatus.New when IsSuspect || ListId is not null => (LeadStep.None, null),
            LeadStatus.New => NextWaiting(rhythm),
            LeadStatus.Claimed or LeadStatus.Qualified => NextOwned(rhythm),
            _ => (LeadStep.None, null),
        };
    }

    private (LeadStep, DateTimeOffset?) NextWaiting(TeamRhythm rhythm)
    {
        var step = StepsOf(rhythm).FirstOrDefault(s => !Said.HasFlag(s), LeadStep.Manager);
        var due = WaitingDueAt(step, rhythm);
        return (step, DeferredUntil > due ? DeferredUntil : due);
    }

    private LeadStep[] StepsOf(TeamRhythm rhythm) =>
        rhythm.LadderOf(Priority).Next is null ? [.. Waiting.Where(s => s is not LeadStep.Next)] : Waiting;

    private DateTimeOffset WaitingDueAt(LeadStep step, TeamRhythm rhythm) =>
        step switch
        {
            LeadStep.Remind => rhythm.After(WaitingSince, rhythm.LadderOf(Priority).Remind + WaitedOut),
            LeadStep.Sla => rhythm.After(WaitingSince, rhythm.LadderOf(Priority).Sla + WaitedOut),
            LeadStep.Next => rhythm.After(WaitingSince, rhythm.LadderOf(Priority).Next!.Value + WaitedOut),
            // The manager who was told says when to hear of it again, sooner or later than would be usual.
            _ when Said.HasFlag(LeadStep.Manager) => DeferredUntil > LastStepAt
                ? DeferredUntil.Value
                : rhythm.After(LastStepAt!.Value, rhythm.LadderOf(Priority).ManagerRepeat),
            _ => rhythm.After(WaitingSince, rhythm.LadderOf(Priority).Manager + WaitedOut),
        };

    private (LeadStep, DateTimeOffset?) NextOwned(TeamRhythm rhythm)
    {
        var next = OwnedClocks(rhythm).OrderBy(c => c.At).ThenByDescending(c => c.Step).First();
        return (next.Step, next.At);
    }

    private List<(LeadStep Step, DateTimeOffset At)> OwnedClocks(TeamRhythm rhythm)
    {
        var clocks = new List<(LeadStep Step, DateTimeOffset At)>();
        var askOutcomeAt = Said.HasFlag(LeadStep.Outcome)
            ? rhythm.After(LastStepAt!.Value, rhythm.LadderOf(Priority).Outcome)
            : rhythm.After(ClaimedAt!.Value, rhythm.LadderOf(Priority).Outcome + WaitedOut);
        clocks.Add((LeadStep.Outcome, CallBackAt > askOutcomeAt ? CallBackAt.Value : askOutcomeAt));
        if (CallBackAt is { } callBack && !Said.HasFlag(LeadStep.CallBack))
        {
            clocks.Add((LeadStep.CallBack, callBack));
        }

        if (IsNotWorked && !Said.HasFlag(LeadStep.FirstContact))
        {
            clocks.Add(
                (
                    LeadStep.FirstContact,
                    rhythm.After(ClaimedAt!.Value, rhythm.LadderOf(Priority).FirstContact + WaitedOut)
                )
            );
        }

        return clocks;
    }
}
