using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Browser;

/// <summary>Each story of the page begins at its button; whoever leaves the page ends it.</summary>
public sealed class The_stories_of_the_page(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("Rush", "🔥 L-3")]
    [InlineData("Nobody takes it", "L-1 has waited 3 min")]
    [InlineData("Bad leads", "Outside area")]
    public async Task Is_seen_in_the_sales_chat(string story, string says)
    {
        await using var sandbox = await StartAsync();
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.Story(story).ClickAsync();

        await PageOfPhones.Expect(page.Message("sales", says)).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await PageOfPhones.Expect(page.Story(story)).ToHaveClassAsync("story playing");
        await PageOfPhones.Expect(page.Story("Monday 9:00")).ToBeDisabledAsync();
    }

    [Theory]
    [InlineData("English", "Rush", "sales", "leads are waiting")]
    [InlineData("English", "A night", "rep2", "3 leads waiting, the oldest since Mon 22:30", "L-3 ·")]
    [InlineData("English", "A holiday", "sales", "Take by tomorrow 09:05")]
    [InlineData("English", "A rep who never pressed Start", "sales", "Taken by Peter")]
    [InlineData("English", "A rep leaves", "manager", "back in the queue")]
    [InlineData("Russian", "Наплыв", "sales", "ждут, старший с")]
    [InlineData("Russian", "Ночь", "rep2", "Ждут 3 лида, старший с пн 22:30", "L-3 ·")]
    [InlineData("Russian", "Праздник", "sales", "Взять до завтра 09:05")]
    [InlineData("Russian", "не нажавший «Старт»", "sales", "В работе: Пётр")]
    [InlineData("Russian", "Продавец уходит", "manager", "в очереди снова")]
    public async Task Is_told_to_the_one_it_is_for(string language, string story, string phone, params string[] says)
    {
        await using var sandbox = await StartAsync(Enum.Parse<Language>(language));
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.Story(story).ClickAsync();

        foreach (var said in says)
        {
            await PageOfPhones.Expect(page.Message(phone, said)).ToBeVisibleAsync(new() { Timeout = 40_000 });
        }
    }

    [Theory]
    [InlineData("English", "Rush", "54 leads are waiting", "6 in work")]
    [InlineData("Russian", "Наплыв", "54 лида ждут", "В работе 6")]
    public async Task Of_a_rush_brings_sixty_leads(string language, string story, string waiting, string taken)
    {
        await using var sandbox = await StartAsync(Enum.Parse<Language>(language));
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.Story(story).ClickAsync();

        var queue = page.Message("sales", waiting);
        await PageOfPhones.Expect(queue).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await PageOfPhones.Expect(queue).ToContainTextAsync(taken);
        await using var scope = sandbox.Session.Services!.CreateAsyncScope();
        Assert.Equal(60, await scope.ServiceProvider.GetRequiredService<HandoffDb>().Leads.CountAsync());
    }

    [Fact]
    public async Task Goes_to_Monday_morning()
    {
        await using var sandbox = await StartAsync();
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));
        var before = sandbox.Clock.GetUtcNow();

        await page.Story("Monday 9:00").ClickAsync();

        await PageOfPhones.Expect(page.Clock).ToContainTextAsync("09:00");
        await PageOfPhones.Expect(page.Clock).ToContainTextAsync("Mon");
        Assert.True(sandbox.Clock.GetUtcNow() > before);
        await PageOfPhones.Expect(page.Story("Rush")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Cuts_the_connection_and_lets_what_was_taken_meanwhile_go_out()
    {
        await using var sandbox = await StartAsync();
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.Story("Telegram is cut off").ClickAsync();

        await PageOfPhones.Expect(page.Link).ToContainTextAsync("No connection");
        await PageOfPhones.Expect(page.Message("sales", "L-3")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await PageOfPhones.Expect(page.Link).ToContainTextAsync("Telegram connected");
    }

    [Fact]
    public async Task Ends_where_the_page_begins_anew_in_another_language()
    {
        await using var sandbox = await StartAsync();
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));
        await page.Story("Rush").ClickAsync();
        await PageOfPhones.Expect(page.Message("sales", "🔥 L-1")).ToBeVisibleAsync();

        await page.InTheBar("RU").ClickAsync();

        await PageOfPhones.Expect(page.Story("Наплыв")).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await page.SendFormAsync();
        await PageOfPhones.Expect(page.Message("sales", "Взять до")).ToBeVisibleAsync();
    }

    private static Task<RunningSandbox> StartAsync(Language language = Language.English) =>
        RunningSandbox.StartAsync(
            new SandboxOptions { Language = language, Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
}
