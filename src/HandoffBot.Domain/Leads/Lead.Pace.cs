using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Leads;

/// <summary>Of two that are one the more urgent sets the pace: what waits waits as the hotter of them did.</summary>
internal sealed partial class Lead
{
    private void NoteAlone()
    {
        if (Absorbed == 0)
        {
            var alone = new LeadAlone(
                ListId,
                Priority,
                WaitingSince,
                DeferredUntil,
                SnoozedFor,
                AskedAgainAt,
                Inquiries,
                Cycle
            );
            BeforeMerge = State() with { Alone = alone };
        }
    }

    /// <param name="before">How the other one stood.</param>
    private void KeepPaceOf(Lead other, LeadState before, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Status is not LeadStatus.New)
        {
            return;
        }

        Priority = other.Priority > Priority ? other.Priority : Priority;
        if (ListId is not null && other.ListId is null)
        {
            (ListId, WaitingSince) = (null, at);
            if (before is { Status: LeadStatus.New, IsSuspect: false })
            {
                (WaitingSince, WaitedOut) = (before.WaitingSince, before.WaitedOut);
                (Said, LastStepAt) = (before.Said, before.LastStepAt);
                (DeferredUntil, SnoozedFor) = (before.DeferredUntil, before.SnoozedFor);
            }

            Record(new LeadCameForward(at));
        }

        SetClocks(rhythm);
    }

    /// <summary>Nothing is merged into it any more: as it was for itself, unless its own contact asked again meanwhile.</summary>
    private void StandAlone(TeamRhythm rhythm)
    {
        if (Absorbed == 0 && MergedInto is null)
        {
            if (BeforeMerge?.Alone is { } alone)
            {
                BeAsAlone(alone);
            }

            BeforeMerge = null;
        }

        SetClocks(rhythm);
    }

    private void BeAsAlone(LeadAlone alone)
    {
        var hasAsked = Inquiries > alone.Inquiries;
        AskedAgainAt = hasAsked ? AskedAgainAt : alone.AskedAgainAt;
        if (Status is not LeadStatus.New)
        {
            return;
        }

        Priority = alone.Priority;
        if (alone.ListId is null || ListId is not null || hasAsked)
        {
            return;
        }

        ListId = alone.ListId;
        (Said, LastStepAt, WaitedOut) = (LeadStep.None, null, TimeSpan.Zero);
        (OfferedTo, OfferedUntil) = (null, null);
        if (Cycle == alone.Cycle)
        {
            WaitingSince = alone.WaitingSince;
            (DeferredUntil, SnoozedFor) = (alone.DeferredUntil, alone.SnoozedFor);
        }
    }
}
