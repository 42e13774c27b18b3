using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;

namespace HandoffBot.Tests.Browser;

/// <summary>As whom one acts on a phone that several people share.</summary>
public sealed class Whose_hands_these_are(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Whoever_was_chosen_is_shown_and_acts_after_a_change_of_language_too()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Language = Language.English, Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));
        foreach (var (acting, second) in new[] { ("as Anna", "Peter"), ("as Ivan", "Anna"), ("as Anna", "Peter") })
        {
            await page.ChooseAsync("sales", acting);
            await page.ChooseAsync("rep2", second);
        }

        await page.InTheBar("RU").ClickAsync();

        await PageOfPhones.Expect(page.Chosen("sales")).ToHaveTextAsync("как Анна");
        await PageOfPhones.Expect(page.Composer("sales")).ToHaveAttributeAsync("placeholder", "Сообщение: Анна");
        await PageOfPhones.Expect(page.Chosen("rep2")).ToHaveTextAsync("Пётр");
        await PageOfPhones.Expect(page.Phone("rep2").Locator(".title")).ToContainTextAsync("Пётр");
        await page.SayAsync("sales", "Кто сегодня?");
        await page.ChooseAsync("sales", "как Иван");
        await PageOfPhones.Expect(page.Message("sales", "Кто сегодня?").Locator(".who")).ToHaveTextAsync("Анна");
    }
}
