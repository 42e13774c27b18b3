using HandoffBot.Domain.Digests;
using HandoffBot.Features.Digest.Drawing;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>Puts the grid of waiting times into rows and columns.</summary>
internal static class HeatLayout
{
    private const int MostMinutesShown = 99;

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    public static HeatChart Of(WeeklyFigures figures, Wording wording)
    {
        var grid = figures.Heat;
        int?[] others = grid.HasOtherHours ? [null] : [];
        int?[] hours = [.. grid.Hours];
        int?[] columns = grid.HasLater ? [.. hours, .. others] : [.. others, .. hours];
        return new(
            wording["Digest.HeatTitle"],
            [.. columns.Select(h => h?.ToString(CultureInfo.InvariantCulture) ?? Others(grid, wording))],
            [.. DaysOf(grid).Select(day => Row(day, columns, figures, wording))],
            wording["Digest.FunnelNone"]
        )
        {
            NotTaken = grid.Cells.Any(c => c.Median is null) ? wording["Digest.HeatNotTaken"] : null,
            OtherHours = grid is { HasEarlier: true, HasLater: true }
                ? wording.Say("Digest.HeatOtherAre", grid.Hours[0], grid.Hours[^1] + 1)
                : null,
        };
    }

    private static string Others(HeatGrid grid, Wording wording) =>
        grid switch
        {
            { HasEarlier: false } => wording.Say("Digest.HeatLater", grid.Hours[^1] + 1),
            { HasLater: false } => wording.Say("Digest.HeatEarlier", grid.Hours[0]),
            _ => wording["Digest.HeatOther"],
        };

    private static IEnumerable<DayOfWeek> DaysOf(HeatGrid grid) =>
        grid.Cells.Count == 0
            ? []
            : Week.Where(d => d is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || grid.Cells.Any(c => c.Day == d));

    private static HeatRow Row(DayOfWeek day, int?[] columns, WeeklyFigures figures, Wording wording) =>
        new(
            wording.WeekDay(day),
            [
                .. columns.Select(hour =>
                    figures.Heat.Cells.FirstOrDefault(c => c.Day == day && c.Hour == hour) is { } cell
                        ? Mark(cell, figures.Sla.Limit, wording)
                        : null
                ),
            ]
        );

    private static HeatMark Mark(HeatCell cell, TimeSpan limit, Wording wording) =>
        cell.Median is { } median
            ? new(Shown(median, wording), WarmthOf(median / limit))
            : new(HeatMark.NotTaken, Warmth.FarOver);

    private static string Shown(TimeSpan median, Wording wording)
    {
        var minutes = Math.Round(median.TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes <= MostMinutesShown
            ? minutes.ToString(CultureInfo.InvariantCulture)
            : wording.Say("Digest.HeatHours", Math.Round(median.TotalHours, MidpointRounding.AwayFromZero));
    }

    private static Warmth WarmthOf(double partOfLimit) =>
        partOfLimit switch
        {
            <= 0.5 => Warmth.WellInside,
            <= 1 => Warmth.Inside,
            <= 1.5 => Warmth.JustOver,
            <= 3 => Warmth.Over,
            _ => Warmth.FarOver,
        };
}
