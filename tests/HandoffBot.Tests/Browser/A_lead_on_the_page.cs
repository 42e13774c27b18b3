using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;

namespace HandoffBot.Tests.Browser;

/// <summary>A stranger's first minute: the form is sent, one rep takes the lead, the other hears who was first.</summary>
public sealed class A_lead_on_the_page(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task In_English_the_first_rep_gets_the_contact_and_the_other_is_told_who_was_first()
    {
        await using var sandbox = await StartAsync(Language.English);
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.FillAsync("name", "Clara Novak");
        await page.FillAsync("phone", "8 (900) 555-77-88");
        await page.SendFormAsync();
        var card = page.Message("sales", "Clara N.");
        await PageOfPhones.PressAsync(card, "Take");

        await PageOfPhones.Expect(page.Message("rep1", "+79005557788")).ToContainTextAsync("Clara Novak");
        await PageOfPhones.Expect(page.Message("sales", "Taken by Ivan")).ToBeVisibleAsync();
        await page.ActAsAsync("as Anna");
        await PageOfPhones.PressAsync(page.Message("sales", "Taken by Ivan"), "Contact");
        await PageOfPhones.Expect(page.Toast("rep2")).ToContainTextAsync("Ivan");
        await PageOfPhones.Expect(page.Phone("rep2")).Not.ToContainTextAsync("+79005557788");
    }

    [Fact]
    public async Task Who_presses_Take_on_a_card_that_did_not_turn_yet_is_told_who_has_it()
    {
        await using var sandbox = await StartAsync(Language.English);
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));
        await page.OrderFaultAsync("Done, but the answer is lost");
        await page.FillAsync("name", "Clara Novak");
        await page.SendFormAsync();
        var copies = page.Phone("sales").Locator(".msg", new() { HasText = "Clara N." });
        await PageOfPhones.Expect(copies).ToHaveCountAsync(2, new() { Timeout = 20_000 });

        await PageOfPhones.PressAsync(copies.Last, "Take");
        await PageOfPhones.Expect(page.Message("sales", "Taken by Ivan")).ToBeVisibleAsync();
        await page.ActAsAsync("as Anna");
        await PageOfPhones.PressAsync(copies.First, "Take");

        await PageOfPhones.Expect(page.Toast("rep2")).ToHaveTextAsync("Already taken by Ivan");
        var turned = page.Phone("sales").Locator(".msg", new() { HasText = "Taken by Ivan" });
        await PageOfPhones.Expect(turned).ToHaveCountAsync(2);
        await PageOfPhones.Expect(page.Phone("rep2")).Not.ToContainTextAsync("+7900");
    }

    [Fact]
    public async Task In_Russian_it_goes_the_same_way()
    {
        await using var sandbox = await StartAsync(Language.Russian);
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 1440, 900));

        await page.FillAsync("name", "Клара Новак");
        await page.SendFormAsync();
        await PageOfPhones.PressAsync(page.Message("sales", "Клара Н."), "Беру");

        await PageOfPhones.Expect(page.Message("rep1", "+79005551234")).ToContainTextAsync("Клара Новак");
        await page.ActAsAsync("как Анна");
        await PageOfPhones.PressAsync(page.Message("sales", "В работе: Иван"), "Контакт");
        await PageOfPhones.Expect(page.Toast("rep2")).ToContainTextAsync("Иван");
    }

    [Fact]
    public async Task With_one_thumb_on_a_narrow_screen()
    {
        await using var sandbox = await StartAsync(Language.Russian);
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, 360, 740));

        await page.OpenTabAsync("site");
        await page.FillAsync("name", "Клара Новак");
        await page.SendFormAsync();
        await page.OpenTabAsync("sales");
        await PageOfPhones.PressAsync(page.Message("sales", "Клара Н."), "Беру");
        await page.OpenTabAsync("rep1");

        await PageOfPhones.Expect(page.Message("rep1", "+79005551234")).ToBeVisibleAsync();
        Assert.Equal(0, await page.OverhangAsync());
    }

    private static Task<RunningSandbox> StartAsync(Language language) =>
        RunningSandbox.StartAsync(
            new SandboxOptions { Language = language, Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
}
