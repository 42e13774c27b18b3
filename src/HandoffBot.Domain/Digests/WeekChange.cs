namespace HandoffBot.Domain.Digests;

/// <summary>This week against the one before; null where the week before has nothing to compare with.</summary>
/// <param name="LeadsBy">How many leads more.</param>
/// <param name="Leads">Relative: 0.09 is nine percent more.</param>
/// <param name="SlaShare">In shares: 0.04 is four points more.</param>
/// <param name="Median">Negative is faster.</param>
/// <param name="Won">Sales more or fewer.</param>
internal sealed record WeekChange(int? LeadsBy, double? Leads, double? SlaShare, TimeSpan? Median, int? Won)
{
    public static WeekChange From(
        (int Leads, ClaimSpeed Speed, Sales Won) now,
        (int Leads, ClaimSpeed Speed, Sales Won) before
    ) =>
        new(
            before.Leads == 0 ? null : now.Leads - before.Leads,
            before.Leads == 0 ? null : (double)(now.Leads - before.Leads) / before.Leads,
            now.Speed.Share - before.Speed.Share,
            now.Speed.Median - before.Speed.Median,
            before.Leads == 0 && before.Won.Count == 0 ? null : now.Won.Count - before.Won.Count
        );
}
