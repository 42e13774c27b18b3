using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Digest;
using HandoffBot.Resources;
using HandoffBot.Tests.Domain.Digests;

namespace HandoffBot.Tests.Features.Digest;

public sealed class DailyTextTests
{
    private static readonly Wording Russian = new(Language.Russian, Facts.Moscow, Currency.Rouble);
    private static readonly Wording English = new(Language.English, Facts.Moscow, Currency.Euro);
    private static readonly DigestPeriod Tuesday = DigestPeriod.Yesterday(Facts.At(18, 9), Facts.Moscow);

    [Fact]
    public void A_day_in_five_lines()
    {
        var figures = Of(
            Facts.Lead(17, 10, 2),
            Facts.Lead(17, 11, 3),
            Facts.Lead(17, 13, 8),
            Facts.Lead(12, 10, 2) with
            {
                Id = new(977),
            },
            Facts.Lead(16, 10, claimedAfter: null) with
            {
                Id = new(981),
            },
            Facts.Lead(10, 10).Sold(Facts.At(17, 12), 120_000_00)
        );

        Assert.Equal(
            [
                "Вчера: 3 лида, в норматив 2 (67 %), медиана 3 мин",
                "Опоздания: 1 с 13 до 14",
                "Без движения: L-977 (4 дня), L-981 (2 дня)",
                "Сейчас открыто: 5 лидов, из них ждут 1",
                "Продаж: 1 на 120 000 ₽",
            ],
            Plain(DailyText.Lines(figures, Russian))
        );
        Assert.Equal(
            [
                "Yesterday: 3 leads, 2 within the SLA (67%), median 3 min",
                "Late: 1 from 13:00 to 14:00",
                "No movement: L-977 (4 days), L-981 (2 days)",
                "Open now: 5 leads, 1 of them waiting to be taken",
                "Won: 1 for €120,000",
            ],
            Plain(DailyText.Lines(figures, English))
        );
    }

    [Fact]
    public void A_quiet_day_still_has_its_five_lines()
    {
        Assert.Equal(
            ["Вчера: новых лидов нет", "Опозданий нет", "Все лиды в движении", "Открытых лидов нет", "Продаж нет"],
            DailyText.Lines(Of(), Russian)
        );
        Assert.Equal(
            ["Yesterday: no new leads", "No late claims", "No lead without movement", "Nothing open now", "Won: none"],
            DailyText.Lines(Of(), English)
        );
    }

    [Fact]
    public void Long_lists_end_with_how_many_more()
    {
        var stuck = Enumerable.Range(1, 7).Select(n => Facts.Lead(12, 10) with { Id = new(n) });
        var late = Enumerable.Range(9, 5).Select(hour => Facts.Lead(17, hour, 20));

        var lines = DailyText.Lines(Of([.. stuck, .. late]), English);

        Assert.Equal("Late: 1 from 9:00 to 10:00, 1 from 10:00 to 11:00, 1 from 11:00 to 12:00, 2 more", lines[1]);
        Assert.EndsWith(", L-4 (4\u00a0days), 3 more", lines[2]);
        Assert.Equal("Open now: 12 leads, all of them taken", lines[3]);
    }

    [Fact]
    public void After_a_weekend_the_days_are_named()
    {
        var weekend = new DigestPeriod(new(2026, 11, 13), new(2026, 11, 15), Facts.Moscow, Facts.At(16, 9));

        var figures = DailyFigures.From([Facts.Lead(13, 10)], weekend, Facts.Sla);

        Assert.StartsWith("13–15 ноября: 1 лид, ", DailyText.Lines(figures, Russian)[0]);
    }

    private static DailyFigures Of(params LeadFacts[] leads) => DailyFigures.From(leads, Tuesday, Facts.Sla);

    private static IReadOnlyList<string> Plain(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.Replace('\u00a0', ' '))];
}
