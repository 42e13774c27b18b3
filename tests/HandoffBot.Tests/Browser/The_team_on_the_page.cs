using System.Text;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;
using HandoffBot.Sandbox.Demo;
using Microsoft.Playwright;

namespace HandoffBot.Tests.Browser;

/// <summary>Shifts and settings are a press away beside the phones, and a file goes out as from a phone.</summary>
public sealed class The_team_on_the_page(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Variable = "HANDOFF_LOOK";

    [Theory]
    [InlineData("English", "Anna", "Off shift until", "You are on shift until", "A break until")]
    [InlineData("Russian", "Анна", "Вы не на смене до", "Вы на смене до", "Перерыв до")]
    public async Task Somebody_goes_off_comes_back_and_has_a_break_by_one_press_each(
        string language,
        string who,
        string off,
        string on,
        string rests
    )
    {
        await using var sandbox = await StartAsync(language);
        var screen = await chromium.OpenAsync(sandbox.PageUrl, 1440, 900);
        var page = new PageOfPhones(screen);
        sandbox.Clock.MoveTo(MondayStory.NextMonday(sandbox.Clock.GetUtcNow(), sandbox.Cast.Zone).AddHours(3));
        await screen.Locator("[data-whose-shift]").SelectOptionAsync(new SelectOptionValue { Label = who });

        await screen.Locator("[data-shift=off]").ClickAsync();
        await PageOfPhones.Expect(page.Message("rep2", off)).ToBeVisibleAsync();
        await screen.Locator("[data-shift=on]").ClickAsync();
        await PageOfPhones.Expect(page.Message("rep2", on)).ToBeVisibleAsync();
        await screen.Locator("[data-shift=pause]").ClickAsync();
        await PageOfPhones.Expect(page.Message("rep2", rests)).ToBeVisibleAsync();
        await screen.Locator("[data-team]").ClickAsync();

        await PageOfPhones.Expect(page.Message("manager", who)).ToBeVisibleAsync();
        await KeepAsync(screen, $"team-wide-{language}.png");
        Assert.Equal(0, await page.OverhangAsync());
        Assert.True(
            await screen
                .Locator("[data-crew] button")
                .EvaluateAllAsync<bool>("all => all.every(b => b.scrollWidth <= b.clientWidth)")
        );
    }

    [Theory]
    [InlineData("English", "Settings of “")]
    [InlineData("Russian", "Настройки «")]
    public async Task On_a_narrow_screen_the_manager_comes_to_the_front_with_the_settings(string language, string says)
    {
        await using var sandbox = await StartAsync(language);
        var screen = await chromium.OpenAsync(sandbox.PageUrl, 360, 740);
        var page = new PageOfPhones(screen);
        await page.OpenTabAsync("site");
        await screen.Locator("[data-settings]").ScrollIntoViewIfNeededAsync();
        await KeepAsync(screen, $"team-narrow-{language}.png");
        Assert.Equal(0, await page.OverhangAsync());

        await screen.Locator("[data-settings]").ClickAsync();

        await PageOfPhones.Expect(page.Message("manager", says)).ToBeVisibleAsync();
        await KeepAsync(screen, $"settings-narrow-{language}.png");
        Assert.Equal(0, await page.OverhangAsync());
    }

    [Theory]
    [InlineData("English", "Name;Phone\nVera;89121000001\n", ": 1 row")]
    [InlineData("Russian", "Имя;Телефон\nВера;89121000001\n", ": 1 строка")]
    public async Task A_list_is_attached_as_from_a_phone(string language, string table, string says)
    {
        await using var sandbox = await StartAsync(language);
        var screen = await chromium.OpenAsync(sandbox.PageUrl, 360, 740);
        var page = new PageOfPhones(screen);
        await page.OpenTabAsync("marketer");

        await page.Phone("marketer")
            .Locator("[data-attach]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "expo.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(table),
                }
            );

        await PageOfPhones.Expect(page.Message("marketer", says)).ToBeVisibleAsync();
        await KeepAsync(screen, $"list-narrow-{language}.png");
        Assert.Equal(0, await page.OverhangAsync());
    }

    private static Task<RunningSandbox> StartAsync(string language) =>
        RunningSandbox.StartAsync(
            new SandboxOptions { Language = Enum.Parse<Language>(language), Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );

    private static async Task KeepAsync(IPage screen, string name)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            await screen.ScreenshotAsync(
                new() { Path = Path.Combine(folder, name), Animations = ScreenshotAnimations.Disabled }
            );
        }
    }
}
