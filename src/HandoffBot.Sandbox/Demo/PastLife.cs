using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Sandbox.Demo;

/// <summary>Leads one lead through its life up to now: taken, called, judged, sold or lost, reminders included.</summary>
internal sealed class PastLife(Random random, Cast cast, TeamRhythm rhythm, DateTimeOffset now)
{
    private static readonly LostReason[] WhyLost =
    [
        LostReason.Price,
        LostReason.Price,
        LostReason.Competitor,
        LostReason.Postponed,
        LostReason.NoNeed,
    ];

    /// <summary>What takes fewer minutes is done on the weekend too.</summary>
    private const int LongestOnDuty = 100;

    private DateTimeOffset _queueEndsAt;

    public void Live(Lead lead, Quality quality, RejectReason? bad)
    {
        var rep = new Actor(
            new PersonId(
                cast.Reps[
                    random.Next(100) switch
                    {
                        < 46 => 0,
                        < 86 => 1,
                        _ => 2,
                    }
                ].Id
            )
        );
        var at = TakenAt(lead.ReceivedAt);
        if (bad is { } why && random.Next(2) == 0)
        {
            Do(lead, at, () => lead.Reject(rep, why, at, rhythm));
        }
        else if (Do(lead, at, () => lead.Claim(rep.Person, at, rhythm)))
        {
            Work(lead, rep, quality, bad, at);
        }

        Remind(lead, now);
    }

    private void Work(Lead lead, Actor rep, Quality quality, RejectReason? bad, DateTimeOffset taken)
    {
        var at = Later(taken, 2, 24);
        if (random.Next(4) == 0)
        {
            var missed = at;
            Do(lead, missed, () => lead.MissAnswer(rep, missed, rhythm));
            at = Later(at, 40, 300);
        }

        var reached = at;
        Do(lead, reached, () => lead.Reach(rep, reached, rhythm));
        var judged = Later(at, 3, 90);
        if (bad is { } why)
        {
            Do(lead, judged, () => lead.Reject(rep, why, judged, rhythm));
            return;
        }

        var isQualified = random.Next(100) < quality.Qualified * 100 / (100 - quality.Bad);
        var isWon = isQualified && random.Next(100) < quality.Won;
        if (isQualified)
        {
            Do(lead, judged, () => lead.Qualify(rep, judged, rhythm));
        }

        End(lead, rep, isWon, Later(judged, 90, isWon ? 800 : 260));
    }

    private void End(Lead lead, Actor rep, bool isWon, DateTimeOffset at)
    {
        if (!isWon)
        {
            Do(lead, at, () => lead.Lose(rep, WhyLost[random.Next(WhyLost.Length)], at, rhythm));
            return;
        }

        var (least, most) = (cast.Texts.DealMinor[0], cast.Texts.DealMinor[1]);
        var amount = random.NextInt64(least / 10_000, most / 10_000 + 1) * 10_000;
        if (Do(lead, at, () => lead.Win(rep, at, rhythm)))
        {
            lead.GiveAmount(rep, amount, at.AddMinutes(1));
        }
    }

    /// <summary>Mostly within the norm; what came at night is taken one after another in the morning.</summary>
    private DateTimeOffset TakenAt(DateTimeOffset receivedAt)
    {
        var seconds = random.Next(100) switch
        {
            < 55 => random.Next(25, 170),
            < 88 => random.Next(170, 300),
            < 97 => random.Next(300, 840),
            _ => random.Next(840, 2700),
        };
        var at = rhythm.After(receivedAt, TimeSpan.FromSeconds(seconds));
        if (rhythm.Hours.IsOpen(receivedAt))
        {
            return at;
        }

        // In the evening and on weekends somebody looks in; the last weekend leaves nothing over.
        if (at >= now || random.Next(100) < 60)
        {
            return receivedAt.AddSeconds(seconds);
        }

        _queueEndsAt = at > _queueEndsAt ? at : _queueEndsAt.AddSeconds(random.Next(8, 25));
        return _queueEndsAt;
    }

    private DateTimeOffset Later(DateTimeOffset at, int least, int most)
    {
        var minutes = random.Next(least, most);
        var inHours = rhythm.After(at, TimeSpan.FromSeconds((minutes * 60) + random.Next(60)));
        return inHours >= now && minutes < LongestOnDuty ? at.AddMinutes(minutes) : inHours;
    }

    /// <summary>Does what lies in the past; the reminders that fell due before it come first.</summary>
    private bool Do<T>(Lead lead, DateTimeOffset at, Func<T> verb)
    {
        if (at >= now)
        {
            return false;
        }

        Remind(lead, at);
        verb();
        return true;
    }

    private void Remind(Lead lead, DateTimeOffset until)
    {
        while (lead.NextStepAt is { } due && due < until)
        {
            lead.TakeStep(due, rhythm);
        }
    }
}
