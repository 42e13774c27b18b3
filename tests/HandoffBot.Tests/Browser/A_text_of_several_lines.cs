using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;

namespace HandoffBot.Tests.Browser;

/// <summary>Enter sends and Shift+Enter begins a new line, as in Telegram.</summary>
public sealed class A_text_of_several_lines(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task First_line_of_a_typed_announcement_becomes_its_headline()
    {
        await using var sandbox = await StartAsync();
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));
        await page.SayAsync("marketer", "/promo");
        await PageOfPhones.Expect(page.Message("marketer", "What is announced?")).ToBeVisibleAsync();

        await page.Composer("marketer").PressSequentiallyAsync("Autumn");
        await page.Composer("marketer").PressAsync("Shift+Enter");
        await page.Composer("marketer").PressSequentiallyAsync("A fifth off all windows");
        await page.Composer("marketer").PressAsync("Enter");
        await PageOfPhones.Expect(page.Message("marketer", "From which day?")).ToBeVisibleAsync();
        await page.SayAsync("marketer", "tomorrow");

        var preview = page.Message("marketer", "📣");
        await PageOfPhones.Expect(preview).ToContainTextAsync("A fifth off all windows");
        await PageOfPhones.Expect(preview.Locator(".bold").First).ToHaveTextAsync("📣 Autumn");
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(360, 740)]
    public async Task Pasted_lines_are_kept_and_the_composer_grows_with_them(int width, int height)
    {
        await using var sandbox = await StartAsync();
        var screen = await chromium.OpenAsync(sandbox.PageUrl, width, height);
        var page = new PageOfPhones(screen);
        var composer = page.Composer("sales");
        async Task<float> TallAsync() => (await composer.BoundingBoxAsync())!.Height;
        var one = await TallAsync();

        await composer.ClickAsync();
        await screen.Keyboard.InsertTextAsync("Price list\nWindows: 100\nDoors: 200");
        await PageOfPhones.Expect(composer).ToHaveValueAsync("Price list\nWindows: 100\nDoors: 200");
        var three = await TallAsync();
        await screen.Keyboard.InsertTextAsync(new string('\n', 40));
        var many = await TallAsync();
        var overhang = await page.OverhangAsync();
        await composer.PressAsync("Enter");

        var said = page.Message("sales", "Price list").Locator(".text");
        await PageOfPhones.Expect(said).ToBeVisibleAsync();
        Assert.Equal("Price list\nWindows: 100\nDoors: 200", await said.InnerTextAsync());
        await PageOfPhones.Expect(composer).ToHaveValueAsync("");
        Assert.Equal(one, await TallAsync());
        Assert.InRange(three, one * 2, one * 3);
        Assert.InRange(many, three, one * 6);
        Assert.Equal(0, overhang);
    }

    private static Task<RunningSandbox> StartAsync() =>
        RunningSandbox.StartAsync(
            new SandboxOptions { Language = Language.English, Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
}
