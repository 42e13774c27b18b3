using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Digest;
using HandoffBot.Resources;
using HandoffBot.Tests.Domain.Digests;

namespace HandoffBot.Tests.Features.Digest;

public sealed class WeeklyTextTests
{
    private static readonly Wording Russian = new(Language.Russian, Facts.Moscow, Currency.Rouble);
    private static readonly Wording English = new(Language.English, Facts.Moscow, Currency.Euro);

    [Fact]
    public void A_full_week_in_eight_lines()
    {
        var figures = SampleWeek.Figures(FullWeek());

        Assert.Equal(
            [
                "Лидов больше на 20 %, ответ быстрее на 2 мин (9–15 ноября)",
                "Лидов 12 (+20 %), в норматив 83 % (+83 п. п.), медиана 4 мин, 9 из 10 за 7 мин 36 с",
                "Качественных 4 (33 %), продаж 1 (+1) на 120 000 ₽",
                "▲ «Осень-2026»: качественных 57 % · ▼ «Ретаргет ВК»: 0 %",
                "Плохих 3 (25 %): не наш город 2, дубль 1",
                "Плохие по источникам: Site 3 из 12",
                "Плохие по кампаниям: «Ретаргет ВК» 3 из 5",
                "Один шаг: разобраться с причиной «не наш город» в кампании «Ретаргет ВК» (2 из 2 лидов)",
            ],
            Plain(WeeklyText.Lines(figures, Russian))
        );
        Assert.Equal(
            [
                "20% more leads, claimed 2 min faster (9–15 November)",
                "12 leads (+20%), 83% within the SLA (+83 pp), median 4 min, 9 of 10 within 7 min 36 s",
                "4 qualified (33%), won 1 (+1) for €120,000",
                "▲ “Осень-2026”: 57% qualified · ▼ “Ретаргет ВК”: 0%",
                "3 bad leads (25%): outside our area 2, duplicate 1",
                "Bad by source: Site 3 of 12",
                "Bad by campaign: “Ретаргет ВК” 3 of 5",
                "One step: look into “outside our area” in “Ретаргет ВК” (2 of 2 leads)",
            ],
            Plain(WeeklyText.Lines(figures, English))
        );
    }

    [Fact]
    public void A_week_that_collapsed_is_not_told_to_keep_its_pace()
    {
        var before = Enumerable.Range(0, 30).Select(_ => Facts.Lead(2, 10, 2));

        var lines = WeeklyText.Lines(SampleWeek.Figures([.. before, Facts.Lead(9, 10, 2)]), English);

        Assert.StartsWith("One step: find out why so few leads came", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_campaign_named_by_a_visitor_shows_no_way_to_reach_anybody()
    {
        string[] names = ["call +7 912 345-12-34", "write @scammer now"];
        var figures = SampleWeek.Figures(SampleWeek.Leads(names));

        var shown = string.Join('\n', WeeklyText.Lines(figures, English));
        var drawn = WeeklyLayout.Of(figures, "Team", English).Funnel.Bars.Select(b => b.Name).ToList();

        Assert.DoesNotContain("345", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@scammer", shown, StringComparison.Ordinal);
        Assert.Equal(["call +•••", "write ••• now"], drawn.Order(StringComparer.Ordinal));
        Assert.Contains("\u2068call +•••\u2069", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 лид, в норматив 100 % (9–15 ноября)", "1 lead, 100% within the SLA (9–15 November)")]
    [InlineData(3, "3 лида, в норматив 100 % (9–15 ноября)", "3 leads, 100% within the SLA (9–15 November)")]
    [InlineData(11, "11 лидов, в норматив 100 % (9–15 ноября)", "11 leads, 100% within the SLA (9–15 November)")]
    [InlineData(21, "21 лид, в норматив 100 % (9–15 ноября)", "21 leads, 100% within the SLA (9–15 November)")]
    public void A_first_week_counts_without_comparing(int leads, string inRussian, string inEnglish)
    {
        var figures = SampleWeek.Figures(Enumerable.Range(0, leads).Select(_ => Facts.Lead(9, 10, 2)));

        Assert.Equal(inRussian, Plain(WeeklyText.Lines(figures, Russian))[0]);
        Assert.Equal(inEnglish, Plain(WeeklyText.Lines(figures, English))[0]);
    }

    [Fact]
    public void A_small_week_before_is_not_compared_in_percent()
    {
        var figures = SampleWeek.Figures([Facts.Lead(2, 10), Facts.Lead(9, 10), Facts.Lead(9, 11), Facts.Lead(9, 12)]);

        Assert.StartsWith("Лидов 3 (+2), ", WeeklyText.Lines(figures, Russian)[1]);
    }

    [Fact]
    public void A_week_without_leads_says_so_and_what_to_check()
    {
        var lines = WeeklyText.Lines(SampleWeek.Figures([Facts.Lead(1, 10).Sold(Facts.At(11, 10), 500_00)]), Russian);

        Assert.Equal(
            ["Новых лидов нет (9–15 ноября)", "Продаж 1 на 500 ₽", "Один шаг: проверить формы и ключи, лидов не было"],
            Plain(lines)
        );
    }

    [Fact]
    public void Late_hours_are_the_step_when_the_SLA_fails()
    {
        var figures = SampleWeek.Figures([
            Facts.Lead(9, 13, 9),
            Facts.Lead(9, 14, 9),
            Facts.Lead(10, 10, 9),
            Facts.Lead(9, 10),
            Facts.Lead(11, 10),
        ]);

        Assert.Equal(
            "Один шаг: ещё один человек с 13 до 15, там 2 из 3 опозданий",
            WeeklyText.Lines(figures, Russian)[^1]
        );
        Assert.Equal(
            "One step: one more person from 13:00 to 15:00, 2 of 3 late claims fell there",
            WeeklyText.Lines(figures, English)[^1]
        );
    }

    [Theory]
    [InlineData(1, "Один шаг: разобрать очередь, ещё ждёт 1 лид", "One step: clear the queue, 1 lead is still waiting")]
    [InlineData(
        2,
        "Один шаг: разобрать очередь, ещё ждут 2 лида",
        "One step: clear the queue, 2 leads are still waiting"
    )]
    public void A_queue_left_over_is_the_step_when_nothing_is_worse(int waiting, string inRussian, string inEnglish)
    {
        var figures = SampleWeek.Figures([
            .. Enumerable.Range(0, 20).Select(_ => Facts.Lead(9, 10)),
            .. Enumerable.Range(0, waiting).Select(_ => Facts.Lead(14, 20, claimedAfter: null)),
        ]);

        Assert.Equal(inRussian, WeeklyText.Lines(figures, Russian)[^1]);
        Assert.Equal(inEnglish, WeeklyText.Lines(figures, English)[^1]);
    }

    [Fact]
    public void A_healthy_week_is_told_to_go_on() =>
        Assert.Equal("One step: keep the pace", WeeklyText.Lines(SampleWeek.Figures([Facts.Lead(9, 10)]), English)[^1]);

    [Fact]
    public void The_longest_week_fits_under_a_picture()
    {
        var names = Enumerable.Range(1, 12).Select(i => new string((char)('Щ' + i), 200)).ToArray();
        var figures = SampleWeek.Busy(names);

        foreach (var wording in new[] { Russian, English })
        {
            var lines = WeeklyText.Lines(figures, wording);

            Assert.InRange(lines.Count, 6, 8);
            Assert.InRange(string.Join('\n', lines).Length, 400, WeeklyText.LongestCaption);
            Assert.All(lines, line => Assert.DoesNotContain("\n", line));
        }
    }

    [Fact]
    public void Names_made_of_many_signs_do_not_burst_the_caption()
    {
        string[] families =
        [
            "\U0001F468\u200D\U0001F469\u200D\U0001F467",
            "\U0001F469\u200D\U0001F469\u200D\U0001F466",
        ];
        var marks = new string('\u0301', 5_000);
        string[] names = [.. families.Select(f => string.Concat(Enumerable.Repeat(f, 100))), "e" + marks];
        var figures = SampleWeek.Figures([
            .. names.SelectMany(name =>
                Enumerable.Repeat(Facts.Lead(9, 10, 2, name).Bad(RejectReason.Spam) with { Source = name }, 400)
            ),
            .. Enumerable.Repeat(Facts.Lead(9, 10, 2, names[0]).Sold(Facts.At(10, 10), 1_234_567_891_00), 900),
        ]);

        var lines = WeeklyText.Lines(figures, Russian);

        Assert.InRange(string.Join('\n', lines).Length, 400, WeeklyText.LongestCaption);
        Assert.Equal(8, lines.Count);
        Assert.StartsWith("Один шаг: ", lines[^1]);
    }

    private static IEnumerable<LeadFacts> FullWeek() =>
        [
            .. Enumerable.Range(0, 10).Select(_ => Facts.Lead(2, 10, 6, "Осень-2026")),
            .. Enumerable.Range(0, 3).Select(_ => Facts.Lead(9, 10, 2, "Осень-2026")),
            .. Enumerable
                .Range(0, 3)
                .Select(_ => Facts.Lead(10, 10, 4, "Осень-2026") with { Status = LeadStatus.Qualified }),
            Facts.Lead(10, 12, 4, "Осень-2026").Sold(Facts.At(13, 10), 120_000_00),
            Facts.Lead(11, 10, 4, "Ретаргет ВК").Bad(RejectReason.NotOurArea),
            Facts.Lead(11, 11, 4, "Ретаргет ВК").Bad(RejectReason.NotOurArea),
            Facts.Lead(11, 12, 4, "Ретаргет ВК").Bad(RejectReason.Duplicate),
            Facts.Lead(12, 12, 8, "Ретаргет ВК"),
            Facts.Lead(12, 16, 10, "Ретаргет ВК"),
        ];

    private static IReadOnlyList<string> Plain(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.Replace('\u00a0', ' ').Replace("\u2068", "").Replace("\u2069", ""))];
}
