using HandoffBot.Domain.Team;
using HandoffBot.Features.Digest;
using HandoffBot.Features.Digest.Drawing;
using HandoffBot.Resources;
using HandoffBot.Tests.Domain.Digests;
using SkiaSharp;

namespace HandoffBot.Tests.Features.Digest;

public sealed class HeatLayoutTests
{
    private static readonly IEnumerable<int> Busy = Enumerable.Range(9, 10).SelectMany(hour => new[] { hour, hour });

    [Theory]
    [InlineData("Russian", "19+", "до 9")]
    [InlineData("English", "19+", "<9")]
    public void Column_of_other_hours_is_called_by_what_it_holds(string language, string later, string earlier)
    {
        var evenings = Chart(language, [.. Busy, 20, 23]);
        var nights = Chart(language, [2, .. Busy]);

        Assert.Equal(["9", "10", .. Enumerable.Range(11, 8).Select(h => $"{h}"), later], evenings.Columns);
        Assert.Equal([earlier, "9", "10", .. Enumerable.Range(11, 8).Select(h => $"{h}")], nights.Columns);
        Assert.Equal((null, null), (evenings.OtherHours, nights.OtherHours));
        Assert.NotNull(nights.Rows[^1].Cells[0]);
    }

    [Theory]
    [InlineData("Russian", "др.", "др.: до 9 и с 19")]
    [InlineData("English", "oth.", "oth.: before 9, from 19")]
    public void Other_hours_on_both_sides_are_explained_below(string language, string heading, string below)
    {
        var chart = Chart(language, [2, .. Busy, 20]);

        Assert.Equal((heading, below), (chart.Columns[^1], chart.OtherHours));
    }

    [Theory]
    [InlineData("Russian", "ни один лид не взят")]
    [InlineData("English", "no lead was taken")]
    public void Hour_in_which_nobody_took_a_lead_is_explained_where_there_is_one(string language, string below)
    {
        var wording = new Wording(Enum.Parse<Language>(language), Facts.Moscow, Currency.Euro);

        var chart = HeatLayout.Of(SampleWeek.Figures([Facts.Lead(9, 10, null)]), wording);

        Assert.Equal((below, "\u2013"), (chart.NotTaken, chart.Rows[0].Cells[0]!.Text));
        Assert.Null(Chart(language, [.. Busy]).NotTaken);
    }

    [Theory]
    [InlineData("Russian")]
    [InlineData("English")]
    public void Every_heading_and_every_two_digits_have_room(string language)
    {
        using var fonts = PictureFonts.Find(SKFontManager.Default.FontFamilies)!;
        using var recorder = new SKPictureRecorder();
        var brush = new Brush(recorder.BeginRecording(new SKRect(0, 0, 600, 600)), fonts);
        int[][] weeks =
        [
            [.. Busy, 20],
            [2, .. Busy],
            [2, .. Busy, 20],
            [.. Busy],
        ];

        foreach (var chart in weeks.Select(hours => Chart(language, hours)))
        {
            var columns = HeatBlock.Columns(chart, brush, 84, 570);

            Assert.All(
                columns.Zip(chart.Columns),
                c => Assert.True(c.First.Width >= Math.Max(brush.Measure(c.Second), brush.Measure("88")), c.Second)
            );
            Assert.True(columns[^1].From + columns[^1].Width <= 570);
        }
    }

    private static HeatChart Chart(string language, int[] hours) =>
        HeatLayout.Of(
            SampleWeek.Figures(hours.Select(hour => Facts.Lead(14, hour, 2))),
            new Wording(Enum.Parse<Language>(language), Facts.Moscow, Currency.Euro)
        );
}
