using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>The customer was reached.</summary>
    public LeadOutcome Reach(Actor actor, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(Reach), at) is { } refused)
        {
            return refused;
        }

        Change(nameof(Reach), new ContactReached(at, actor.Person));
        (ContactedAt, CallBackAt) = (ContactedAt ?? at, null);
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>The customer did not answer: counts the attempt and plans the next one, up to <see cref="RetryPlan.Attempts"/>.</summary>
    public LeadOutcome MissAnswer(Actor actor, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(MissAnswer), at) is { } refused)
        {
            return refused;
        }

        var next = RetryPlan.After(Attempts + 1, at, rhythm.Hours);
        Change(nameof(MissAnswer), new NoAnswerGot(at, actor.Person, Attempts + 1, next));
        (Attempts, CallBackAt) = (Attempts + 1, next);
        Said &= ~(LeadStep.CallBack | (IsTriedEnough ? LeadStep.Outcome : LeadStep.None));
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>The next contact is planned; it is told when its time comes.</summary>
    public LeadOutcome PlanCallBack(Actor actor, DateTimeOffset callBackAt, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(PlanCallBack), at) is { } refused)
        {
            return refused;
        }

        Change(nameof(PlanCallBack), new CallBackPlanned(at, actor.Person, callBackAt));
        CallBackAt = callBackAt;
        Said &= ~LeadStep.CallBack;
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>A good lead: the customer can buy and wants to hear more.</summary>
    public LeadOutcome Qualify(Actor actor, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(Qualify), at) is { } refused)
        {
            return refused;
        }

        if (Status is LeadStatus.Qualified)
        {
            return LeadOutcome.Repeated;
        }

        Change(nameof(Qualify), new LeadQualified(at, actor.Person));
        (Status, QualifiedAt, ContactedAt) = (LeadStatus.Qualified, at, ContactedAt ?? at);
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>Something was written down about the lead; the words live apart.</summary>
    public void TakeNote(PersonId person, DateTimeOffset at) => Record(new NoteTaken(at, person));

    /// <summary>Null if this actor may work this lead now, else the answer.</summary>
    private LeadOutcome? Refuses(Actor actor, string verb, DateTimeOffset at)
    {
        if (LastChange is { } last && last.Verb == verb && last.By == actor.Person && at - last.At <= RepeatWithin)
        {
            return LeadOutcome.Repeated;
        }

        return Status switch
        {
            LeadStatus.New => LeadOutcome.NotTaken,
            LeadStatus.Claimed or LeadStatus.Qualified => MayWork(actor) ? null : LeadOutcome.NotYours,
            _ => LeadOutcome.Closed,
        };
    }
}
