using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Browser;

/// <summary>What somebody finds who starts the sandbox for the first time.</summary>
public sealed class The_demo_company(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(nameof(Language.Russian), "Взять до", "9–15 ноября")]
    [InlineData(nameof(Language.English), "Take by", "9–15 November")]
    public async Task Is_met_on_a_Monday_with_the_summary_sent_and_a_fresh_lead_waiting(
        string language,
        string takeBy,
        string week
    )
    {
        await using var sandbox = await StartAsync(
            new SandboxOptions { Language = Enum.Parse<Language>(language), WithPage = false }
        );

        var view = sandbox.World.View;
        var summary = Assert.Single(view.Messages(sandbox.Cast.Channel), m => m.Photo is not null);
        Assert.Contains(week, summary.Text, StringComparison.Ordinal);
        Assert.Contains(
            takeBy,
            view.Messages(sandbox.Cast.SalesChat).Last(m => m.Buttons.Any()).Text,
            StringComparison.Ordinal
        );
        Assert.NotNull(view.Chat(sandbox.Cast.SalesChat).PinnedMessage);
        Assert.NotEmpty(view.Messages(sandbox.Cast.Olga.Id));
    }

    [Fact]
    public async Task Has_weeks_behind_it_with_busy_hours_quiet_nights_and_campaigns_of_different_quality()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { WithPage = false });

        await using var scope = sandbox.Session.Services!.CreateAsyncScope();
        var leads = await scope.ServiceProvider.GetRequiredService<HandoffDb>().Leads.AsNoTracking().ToListAsync();
        var byHour = leads.ToLookup(l => l.ReceivedAt.AddHours(3).Hour);
        var badShares = leads
            .Where(l => l.CampaignId is not null)
            .GroupBy(l => l.CampaignId)
            .Select(g => (double)g.Count(l => l.Status is LeadStatus.Rejected) / g.Count())
            .Order()
            .ToList();
        Assert.InRange(leads.Count, 500, 1000);
        Assert.True(byHour[3].Count() * 10 < byHour[11].Count());
        Assert.True(badShares[0] * 3 < badShares[^1]);
        Assert.All(leads.Where(l => l.Status is LeadStatus.Rejected), l => Assert.NotNull(l.Reason));
    }

    [Fact]
    public async Task Can_be_left_out_and_set_up_by_hand_on_the_page()
    {
        await using var sandbox = await StartAsync(
            new SandboxOptions { Language = Language.English, Scene = Scene.Empty }
        );
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.Phone("manager").Locator("[data-start]").ClickAsync();
        await PageOfPhones.Expect(page.Phone("manager").Locator(".msg").Last).ToBeVisibleAsync();
        await page.Phone("sales").Locator("[data-add-bot]").ClickAsync();

        await PageOfPhones.PressAsync(page.Message("manager", sandbox.Cast.Texts.SalesChat), "Sales chat");

        await PageOfPhones.Expect(page.Message("manager", "UTC+3")).ToBeVisibleAsync();
        await PageOfPhones.Expect(page.Clock).ToContainTextAsync("UTC+3");
    }

    private static Task<RunningSandbox> StartAsync(SandboxOptions options) =>
        RunningSandbox.StartAsync(options, TestContext.Current.CancellationToken);
}
