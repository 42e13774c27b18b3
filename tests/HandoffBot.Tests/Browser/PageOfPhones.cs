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

    /// <summary>The name that a phone's list of people shows as chosen.</summary>
    public ILocator Chosen(string phone) => Phone(phone).Locator(".as option:checked");

    public Task ChooseAsync(string phone, string inTheList) =>
        Phone(phone).Locator(".as").SelectOptionAsync(new SelectOptionValue { Label = inTheList });

    public static Task PressAsync(ILocator message, string button) =>
        message.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FillAsync(string field, string text) => page.Locator($"[data-form] [name={field}]").FillAsync(text);

    public Task SendFormAsync() => page.Locator("[data-form] .send").ClickAsync();

    public ILocator Clock => page.Locator("[data-clock]");

    /// <summary>The switch of the connection between the bot and Telegram.</summary>
    public ILocator Link => page.Locator("[data-link]");

    /// <summary>The newest of the bot's calls that was answered so, and has the other texts in its line.</summary>
    public ILocator Call(string answer, params string[] also) =>
        also.Aggregate(
            page.Locator(".log tr").Filter(new() { Has = page.GetByText(answer, new() { Exact = true }) }),
            (calls, text) => calls.Filter(new() { HasText = text })
        ).First;

    /// <summary>Whether the list of calls has those that only ask for news.</summary>
    public Task ShowPollsAsync(bool shown) => page.Locator(".log input[type=checkbox]").SetCheckedAsync(shown);

    public ILocator Story(string name) => page.Locator(".story", new() { HasText = name });

    public ILocator InTheBar(string name) =>
        page.Locator(".bar").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task OrderFaultAsync(string name)
    {
        var menu = page.Locator(".faults").Filter(new() { Visible = true });
        await menu.Locator("summary").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>How many faults are still to come, as the menu says it.</summary>
    public ILocator Faults => page.Locator(".faults summary").Filter(new() { Visible = true });

    public ILocator Composer(string phone) => Phone(phone).Locator("[data-say]");

    public async Task SayAsync(string phone, string text)
    {
        await Composer(phone).FillAsync(text);
        await Composer(phone).PressAsync("Enter");
    }

    /// <summary>What is said next on this phone answers that message.</summary>
    public async Task ReplyToAsync(string phone, ILocator message)
    {
        await message.Locator(".text").ClickAsync();
        await Phone(phone).Locator(".replying").WaitForAsync();
    }

    /// <summary>Writes another text over one's own message.</summary>
    public async Task EditAsync(string phone, ILocator message, string text)
    {
        await ReplyToAsync(phone, message);
        await Phone(phone).Locator(".replying").GetByText("✎").ClickAsync();
        // The old text comes into the box from the server: typed before that it would stand in front of the new one.
        await Expect(Composer(phone)).Not.ToHaveValueAsync("");
        await SayAsync(phone, text);
    }

    public Task OpenTabAsync(string key) => page.Locator($"[data-tab={key}]").ClickAsync();

    /// <summary>How many pixels the page is wider than the screen.</summary>
    public Task<int> OverhangAsync() =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
