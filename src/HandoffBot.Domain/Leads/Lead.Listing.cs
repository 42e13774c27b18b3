using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>The list in whose queue it waits or waited; null: it came by itself, or asked by itself since.</summary>
    public long? ListId { get; private set; }

    /// <summary>Its list is still being written: nobody sees it before all of that is.</summary>
    public bool IsArriving { get; private set; }

    /// <summary>Whoever waits in the queue of a list has asked by themselves: from now on the clock runs as for all who did.</summary>
    public bool ComeForward(DateTimeOffset at, TeamRhythm rhythm)
    {
        if (ListId is null || Status is not LeadStatus.New)
        {
            return false;
        }

        (ListId, WaitingSince) = (null, at);
        Record(new LeadCameForward(at));
        SetClocks(rhythm);
        return true;
    }
}
