using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;
using Microsoft.Playwright;

namespace HandoffBot.Tests.Browser;

/// <summary>The demo company on a wide screen and on a phone. With HANDOFF_SCREENSHOTS=1 the README's pictures are taken anew.</summary>
public sealed class The_page_fits(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Variable = "HANDOFF_SCREENSHOTS";

    [Theory]
    [InlineData("wide", 1440, 900)]
    [InlineData("narrow", 360, 740)]
    public async Task Nothing_hangs_over_the_edge_of_the_screen(string name, int width, int height)
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Language = Language.English },
            TestContext.Current.CancellationToken
        );
        var screen = await chromium.OpenAsync(sandbox.PageUrl, width, height);
        var page = new PageOfPhones(screen);

        await PageOfPhones.Expect(page.Message("sales", "Take by")).ToBeVisibleAsync();
        await page.ActAsAsync("as Anna");
        await PageOfPhones.PressAsync(page.Message("sales", "Taken by Ivan"), "Contact");
        await PageOfPhones.Expect(page.Toast("sales")).ToBeVisibleAsync();

        Assert.Equal(0, await page.OverhangAsync());
        await KeepAsync(screen, $"sandbox-{name}.png");
    }

    [Theory]
    [InlineData(nameof(Language.Russian), "Пн 9:00", "EN", "пн")]
    [InlineData(nameof(Language.English), "Mon 9:00", "RU", "Mon")]
    public async Task On_a_narrow_screen_Monday_is_in_reach_as_well(
        string language,
        string button,
        string other,
        string day
    )
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Language = Enum.Parse<Language>(language), Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
        var screen = await chromium.OpenAsync(sandbox.PageUrl, 360, 740);
        var page = new PageOfPhones(screen);
        sandbox.Clock.Advance(TimeSpan.FromHours(30));

        await PageOfPhones.Expect(page.InTheBar(button)).ToBeInViewportAsync(new() { Ratio = 1 });
        await PageOfPhones.Expect(page.InTheBar(other)).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.InTheBar(button).ClickAsync();

        await PageOfPhones.Expect(page.Clock).ToContainTextAsync(day);
        await PageOfPhones.Expect(page.Clock).ToContainTextAsync("09:00");
        Assert.Equal(0, await page.OverhangAsync());
        await KeepAsync(screen, $"narrow-{day}.png");
    }

    [Fact]
    public async Task Its_languages_are_switched_on_the_page_and_the_team_follows()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Language = Language.Russian, Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
        var screen = await chromium.OpenAsync(sandbox.PageUrl, 1440, 900);
        var page = new PageOfPhones(screen);

        await screen.GetByRole(AriaRole.Button, new() { Name = "EN", Exact = true }).ClickAsync();
        await PageOfPhones.Expect(screen.Locator("main")).ToHaveAttributeAsync("lang", "en");
        await page.SendFormAsync();

        await PageOfPhones.Expect(page.Message("sales", "Anna P.")).ToContainTextAsync("Take by");
    }

    private static async Task KeepAsync(IPage screen, string name)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            await screen.ScreenshotAsync(
                new() { Path = Path.Combine(Docs(), name), Animations = ScreenshotAnimations.Disabled }
            );
        }
    }

    private static string Docs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HandoffBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found.");
        }

        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs")).FullName;
    }
}
