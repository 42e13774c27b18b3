using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Digest;
using HandoffBot.Features.Digest.Drawing;
using HandoffBot.Resources;
using HandoffBot.Tests.Domain.Digests;
using SkiaSharp;

namespace HandoffBot.Tests.Features.Digest;

public sealed class WeeklyPictureTests
{
    private static readonly Wording Russian = new(Language.Russian, Facts.Moscow, Currency.Rouble);
    private static readonly Wording English = new(Language.English, Facts.Moscow, Currency.Euro);

    public static TheoryData<string> Weeks => [.. Samples.Keys];

    private static readonly Dictionary<string, Func<WeeklyFigures>> Samples = new()
    {
        ["busy"] = () => SampleWeek.Busy("Осень-2026", "Сайт, поиск", "Партнёры", "Ретаргет ВК"),
        ["twelve campaigns"] = () => SampleWeek.Busy([.. Enumerable.Range(1, 12).Select(i => $"Кампания {i}")]),
        ["one campaign"] = () => SampleWeek.Figures([Facts.Lead(9, 10, 2)]),
        ["one lead nobody took"] = () => SampleWeek.Figures([Facts.Lead(9, 10, null)]),
        ["long and strange names"] = () => SampleWeek.Busy("🔥🔥", new string('Щ', 300), "", "\u202eabc\n\t", "名前"),
        ["nothing"] = () => SampleWeek.Figures([]),
    };

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_week_is_drawn_at_full_width_with_room_for_all_of_it(string week)
    {
        foreach (var wording in new[] { Russian, English })
        {
            using var picture = Drawn(Samples[week](), wording);

            Assert.Equal(WeeklyPicture.Width, picture.Width);
            Assert.InRange(picture.Height, 640, 1500);
            Assert.True(Inked(picture, new(60, 50, 900, 100)) > 2_000, "The title is missing.");
            Assert.True(Inked(picture, new(60, picture.Height - 80, 600, picture.Height - 40)) > 300, "No footer.");
            Assert.Equal(0, Inked(picture, new(1224, 0, 1280, picture.Height)));
            Assert.Equal(0, Inked(picture, new(0, 0, 56, picture.Height)));
        }
    }

    [Fact]
    public void Other_figures_are_another_picture_and_the_same_ones_the_same()
    {
        var one = Png(SampleWeek.Busy("a", "b"));

        Assert.Equal(one, Png(SampleWeek.Busy("a", "b")));
        Assert.NotEqual(one, Png(SampleWeek.Busy("a", "c")));
    }

    [Fact]
    public void Bars_keep_the_proportions_of_the_figures()
    {
        LeadFacts[] leads =
        [
            .. Enumerable.Range(0, 10).Select(_ => Facts.Lead(9, 10)),
            .. Enumerable.Range(0, 6).Select(_ => Facts.Lead(9, 10) with { Status = LeadStatus.Qualified }),
            .. Enumerable.Range(0, 4).Select(_ => Facts.Lead(9, 10).Sold(Facts.At(10, 10), 1)),
        ];

        using var picture = Drawn(SampleWeek.Figures(leads), English);

        var row = Enumerable.Range(0, picture.Width).Select(x => picture.GetPixel(x, 488)).ToList();
        var won = row.Count(c => c == Palette.Won);
        Assert.True(won > 50);
        Assert.InRange((double)row.Count(c => c == Palette.Qualified) / won, 1.45, 1.55);
        Assert.InRange((double)row.Count(c => c == Palette.Leads) / won, 2.45, 2.55);
    }

    [Theory]
    [InlineData(2, nameof(Warmth.WellInside))]
    [InlineData(5, nameof(Warmth.Inside))]
    [InlineData(7, nameof(Warmth.JustOver))]
    [InlineData(15, nameof(Warmth.Over))]
    [InlineData(16, nameof(Warmth.FarOver))]
    public void A_slow_hour_is_warmer(double minutes, string warmth)
    {
        using var picture = Drawn(SampleWeek.Figures([Facts.Lead(9, 10, minutes)]), English);

        Assert.True(picture.Pixels.Count(p => p == Palette.Of(Enum.Parse<Warmth>(warmth))) > 1_000);
    }

    [Fact]
    public void Without_Russian_letters_nothing_is_drawn()
    {
        var sheet = WeeklyLayout.Of(SampleWeek.Busy("a"), "Team", English);

        Assert.Null(WeeklyPicture.Draw(sheet, []));
        Assert.Null(WeeklyPicture.Draw(sheet, ["", "No Such Family"]));
    }

    [Fact]
    public void A_first_week_says_since_when()
    {
        var figures = SampleWeek.Figures([Facts.Lead(12, 10)]);

        var sheet = WeeklyLayout.Of(figures, "Окна", Russian, new DateOnly(2026, 11, 11));

        Assert.Equal("Окна · с 11 ноября", sheet.Title);
        Assert.All(sheet.Tiles, t => Assert.Equal("нет сравнения", t.Change));
    }

    [Fact]
    public void The_rest_of_many_campaigns_shares_one_bar()
    {
        var leads = Enumerable.Range(1, 8).SelectMany(n => Enumerable.Repeat($"c{n}", 9 - n));
        var figures = SampleWeek.Figures([.. leads.Select(c => Facts.Lead(9, 10, 2, c))]);

        var bars = WeeklyLayout.Of(figures, "Team", English).Funnel.Bars;

        Assert.Equal(["c1", "c2", "c3", "c4", "c5", "3 others"], bars.Select(b => b.Name));
        Assert.Equal(3 + 2 + 1, bars[^1].Leads);
    }

    private static byte[] Png(WeeklyFigures figures) => WeeklyPicture.Draw(WeeklyLayout.Of(figures, "Окна", Russian))!;

    private static SKBitmap Drawn(WeeklyFigures figures, Wording wording) =>
        SKBitmap.Decode(WeeklyPicture.Draw(WeeklyLayout.Of(figures, "Окна Казань", wording)));

    private static int Inked(SKBitmap picture, SKRectI place) =>
        Enumerable
            .Range(place.Top, place.Height)
            .Sum(y => Enumerable.Range(place.Left, place.Width).Count(x => picture.GetPixel(x, y) != SKColors.White));
}
