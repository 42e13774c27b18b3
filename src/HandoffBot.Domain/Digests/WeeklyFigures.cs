using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Digests;

/// <summary>
/// The loop's week: the leads received in it and what became of them, the sales closed in it, and how both stand
/// against the week before. Test leads are left out everywhere; a duplicate is a bad lead, but not the source's fault.
/// </summary>
internal sealed record WeeklyFigures
{
    public required DigestPeriod Week { get; init; }

    public required ClaimSla Sla { get; init; }

    public required int Leads { get; init; }

    public required ClaimSpeed Speed { get; init; }

    /// <summary>Of the leads of the week, by now.</summary>
    public required int Qualified { get; init; }

    /// <summary>Closed in the week, whenever the lead had come.</summary>
    public required Sales Won { get; init; }

    public required IReadOnlyList<BadReason> BadByReason { get; init; }

    public required IReadOnlyList<Funnel> Sources { get; init; }

    public required IReadOnlyList<Funnel> Campaigns { get; init; }

    public required HeatGrid Heat { get; init; }

    public required IReadOnlyList<LateHours> LateByHour { get; init; }

    public required WeekChange Change { get; init; }

    public int Bad => BadByReason.Sum(r => r.Count);

    /// <summary>Leads of the week that nobody has claimed or closed.</summary>
    public required int Unclaimed { get; init; }

    public double? QualifiedShare => Leads == 0 ? null : (double)Qualified / Leads;

    public double? BadShare => Leads == 0 ? null : (double)Bad / Leads;

    public bool IsEmpty => Leads == 0 && Won.Count == 0;

    public BadReason? WorstReasonOfSource => BadByReason.FirstOrDefault(r => BadReason.SpeaksAgainstSource(r.Reason));

    /// <param name="facts">Every lead received or closed since the start of the week before; others do no harm.</param>
    /// <param name="week">The week in question.</param>
    public static WeeklyFigures From(IEnumerable<LeadFacts> facts, DigestPeriod week, ClaimSla sla)
    {
        List<LeadFacts> real = [.. facts.Where(l => !l.IsTest)];
        var before = week.Previous();
        List<LeadFacts> leads = [.. real.Where(l => week.Contains(l.ReceivedAt))];
        List<LeadFacts> earlier = [.. real.Where(l => before.Contains(l.ReceivedAt))];
        var speed = ClaimSpeed.From(leads, sla, week.AsOf);
        var won = Sales.In(week, real);
        return new()
        {
            Week = week,
            Sla = sla,
            Leads = leads.Count,
            Speed = speed,
            Qualified = leads.Count(l => l.IsQualified),
            Won = won,
            BadByReason = BadReason.By(leads),
            Sources = Funnel.By(leads, l => l.Source),
            Campaigns = Funnel.By(leads, l => l.Campaign),
            Heat = HeatGrid.From(leads, sla),
            LateByHour = LateHours.By(leads, sla, week.AsOf),
            Unclaimed = leads.Count(l => l.Status is LeadStatus.New && l.FirstClaimedAt is null),
            Change = WeekChange.From(
                (leads.Count, speed, won),
                (earlier.Count, ClaimSpeed.From(earlier, sla, before.AsOf), Sales.In(before, real))
            ),
        };
    }
}
