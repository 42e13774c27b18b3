using Microsoft.Playwright;

namespace HandoffBot.Tests.Browser;

/// <summary>The sandbox's page in a person's hands.</summary>
internal sealed class PageOfPhones(IPage page)
{
    public ILocator Phone(string key) => page.Locator($"[data-phone={key}]");

    /// <summary>The newest message on a phone that says this.</summary>
    public ILocator Message(string phone, string saying) =>
        Phone(phone).Locator(".msg", new() { HasText = saying }).Last;

    public ILocator Toast(string phone) => Phone(phone).Locator(".toast");

    public Task ActAsAsync(string inTheList) =>
        page.Locator("[data-as]").SelectOptionAsync(new SelectOptionValue { Label = inTheList });

    public static Task PressAsync(ILocator message, string button) =>
        message.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FillAsync(string field, string text) => page.Locator($"[data-form] [name={field}]").FillAsync(text);

    public Task SendFormAsync() => page.Locator("[data-form] .send").ClickAsync();

    public Task OpenTabAsync(string key) => page.Locator($"[data-tab={key}]").ClickAsync();

    /// <summary>How many pixels the page is wider than the screen.</summary>
    public Task<int> OverhangAsync() =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
