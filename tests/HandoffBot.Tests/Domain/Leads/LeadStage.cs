using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

/// <summary>A lead, three people and a clock without hands. The team works Monday to Friday, 9 to 18, UTC.</summary>
internal sealed class LeadStage
{
    /// <summary>A Tuesday, 10:00.</summary>
    public static readonly DateTimeOffset Ten = new(2027, 3, 16, 10, 0, 0, TimeSpan.Zero);

    public static readonly TeamRhythm Rhythm = new(WorkingHours.Default(TimeZoneInfo.Utc), Ladder.Default);

    public static readonly Actor Ivan = new(new PersonId(11));
    public static readonly Actor Anna = new(new PersonId(12));
    public static readonly Actor Olga = new(new PersonId(1), IsManager: true);

    private LeadStage(bool suspect)
    {
        var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
        var given = new NewLead(new TeamId(1), 1, null, contact, "Windows", "Kazan", false, suspect);
        Lead = Lead.Receive(new LeadId(1), given, Ten, Rhythm);
    }

    public Lead Lead { get; }

    public DateTimeOffset Now { get; private set; } = Ten;

    public static LeadStage New(bool suspect = false) => new(suspect);

    /// <summary>A lead of that status, Ivan's unless it is New, long after its last change.</summary>
    public static LeadStage Of(LeadStatus status)
    {
        var stage = New();
        if (status is not LeadStatus.New)
        {
            stage.Lead.Claim(Ivan.Person, Ten, Rhythm);
        }

        var reached = status switch
        {
            LeadStatus.Qualified => stage.Lead.Qualify(Ivan, Ten, Rhythm),
            LeadStatus.Won => stage.Lead.Win(Ivan, Ten, Rhythm),
            LeadStatus.Lost => stage.Lead.Lose(Ivan, LostReason.Price, Ten, Rhythm),
            LeadStatus.Rejected => stage.Lead.Reject(Ivan, RejectReason.Spam, Ten, Rhythm),
            _ => LeadOutcome.Done,
        };
        Assert.Equal(LeadOutcome.Done, reached);
        Assert.Equal(status, stage.Lead.Status);
        stage.Lead.TakeHappened();
        stage.Pass(TimeSpan.FromMinutes(1));
        return stage;
    }

    public LeadStage Pass(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public LeadStep Step() => Lead.TakeStep(Now, Rhythm);

    /// <summary>When which step is taken if somebody looks each minute; minutes since ten.</summary>
    public IEnumerable<(int Minute, LeadStep Step)> StepsWithin(int minutes)
    {
        for (var minute = (int)(Now - Ten).TotalMinutes; minute <= minutes; minute++)
        {
            Now = Ten.AddMinutes(minute);
            if (Step() is var step and not LeadStep.None)
            {
                yield return (minute, step);
            }
        }
    }
}
