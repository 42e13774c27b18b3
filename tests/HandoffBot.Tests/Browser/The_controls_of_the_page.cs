using System.Text.RegularExpressions;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Browser;

/// <summary>All that can be pressed and typed on the page beside the phones' own buttons.</summary>
public sealed partial class The_controls_of_the_page(SharedPage shared) : IClassFixture<SharedPage>
{
    private readonly PageOfPhones page = shared.Page;
    private readonly RunningSandbox sandbox = shared.Sandbox;

    [Theory]
    [InlineData("+5 min", 5)]
    [InlineData("+1 h", 60)]
    public async Task The_clock_is_moved_on(string button, int minutes)
    {
        var before = sandbox.Clock.GetUtcNow();

        await page.InTheBar(button).ClickAsync();
        await UntilAsync(() => sandbox.Clock.GetUtcNow() - before >= TimeSpan.FromMinutes(minutes));

        Assert.InRange((sandbox.Clock.GetUtcNow() - before).TotalMinutes, minutes, minutes + 1);
        await PageOfPhones.Expect(page.Clock).ToContainTextAsync(Shown());
    }

    [Fact]
    public async Task The_clock_goes_to_the_next_Monday_at_nine()
    {
        await page.InTheBar("Mon 9:00").ClickAsync();

        await PageOfPhones.Expect(page.Clock).ToContainTextAsync(MondayAtNine());
        Assert.Equal(DayOfWeek.Monday, Local().DayOfWeek);
    }

    [Fact]
    public async Task The_connection_is_cut_and_restored()
    {
        await page.Link.ClickAsync();
        await PageOfPhones.Expect(page.Link).ToContainTextAsync("No connection");
        await page.FillAsync("name", "Cut Off");
        await page.FillAsync("phone", "+79005550001");
        await page.SendFormAsync();
        await page.ShowPollsAsync(true);
        await PageOfPhones.Expect(page.Call("✕")).ToContainTextAsync("connection cut", new() { Timeout = 20_000 });
        await page.ShowPollsAsync(false);
        await PageOfPhones.Expect(page.Message("sales", "Cut O.")).ToHaveCountAsync(0);

        await page.Link.ClickAsync();

        await PageOfPhones.Expect(page.Link).ToContainTextAsync("Telegram connected");
        await PageOfPhones.Expect(page.Message("sales", "Cut O.")).ToBeVisibleAsync(Soon);
    }

    [Fact]
    public async Task Every_call_of_the_bot_is_listed_with_its_answer_and_what_was_ordered_to_go_wrong()
    {
        sandbox.World.Faults.Cut();
        await page.OrderFaultAsync("500 for the next call");
        await PageOfPhones.Expect(page.Faults).ToHaveTextAsync("Faults · 1");
        sandbox.World.Faults.Restore();

        await page.FillAsync("name", "Five Hundred");
        await page.FillAsync("phone", "+79005550002");
        await page.SendFormAsync();

        await PageOfPhones.Expect(page.Call("500")).ToBeVisibleAsync(Soon);
        await PageOfPhones.Expect(page.Message("sales", "Five H.")).ToBeVisibleAsync(Soon);
        await PageOfPhones.Expect(page.Call("200", "sendMessage", sandbox.Cast.Texts.SalesChat)).ToBeVisibleAsync();
        await PageOfPhones.Expect(page.Faults).ToHaveTextAsync("Faults");
    }

    [Fact]
    public async Task What_was_ordered_can_be_taken_back()
    {
        // Nothing is said meanwhile that would meet them.
        sandbox.World.Faults.Cut();
        await page.OrderFaultAsync("429 for the next call");
        await page.OrderFaultAsync("502 for the next call");
        await PageOfPhones.Expect(page.Faults).ToHaveTextAsync("Faults · 2");

        await page.OrderFaultAsync("No faults");

        await PageOfPhones.Expect(page.Faults).ToHaveTextAsync("Faults");
        Assert.Empty(sandbox.World.Faults.Pending);
        sandbox.World.Faults.Restore();
    }

    [Fact]
    public async Task Anybody_writes_wherever_they_are()
    {
        await page.ActAsAsync("as Peter");
        await page.SayAsync("sales", "Who is in today?");
        await page.SayAsync("channel", "The autumn campaign has begun");
        await page.SayAsync("rep2", "/mine");
        await page.ActAsAsync("as Ivan");

        await PageOfPhones.Expect(page.Message("sales", "Who is in today?").Locator(".who")).ToHaveTextAsync("Peter");
        await PageOfPhones.Expect(page.Message("channel", "The autumn campaign")).ToBeVisibleAsync();
        await PageOfPhones.Expect(page.Message("rep2", "You have no open leads")).ToBeVisibleAsync(Soon);
    }

    [Fact]
    public async Task A_reply_is_a_note_and_is_edited()
    {
        await page.FillAsync("name", "Nora Note");
        await page.FillAsync("phone", "+79005550003");
        await page.SendFormAsync();
        await PageOfPhones.PressAsync(page.Message("sales", "Nora N."), "Take");
        await page.ReplyToAsync("rep1", page.Message("rep1", "+79005550003"));
        await page.SayAsync("rep1", "wants it on Friday");
        var note = page.Message("rep1", "wants it on Friday");
        await PageOfPhones.Expect(note.Locator(".quote")).ToContainTextAsync("PVC windows");
        await PageOfPhones.Expect(note.Locator(".reactions")).ToBeVisibleAsync();

        await page.EditAsync("rep1", note, "wants it on Saturday");

        await PageOfPhones.Expect(page.Message("rep1", "wants it on Saturday")).ToContainTextAsync("edited");
        await UntilAsync(async () => await NotesAsync() is ["wants it on Saturday"]);
    }

    private static Microsoft.Playwright.LocatorAssertionsToBeVisibleOptions Soon => new() { Timeout = 20_000 };

    private DateTimeOffset Local() => TimeZoneInfo.ConvertTime(sandbox.Clock.GetUtcNow(), sandbox.Cast.Zone);

    private Regex Shown() =>
        new($"{Local().ToString("HH:mm", CultureInfo.InvariantCulture)}|{Local().AddMinutes(1):HH:mm}");

    private async Task<List<string>> NotesAsync()
    {
        await using var scope = sandbox.Session.Services!.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        return await db.LeadWords.Where(w => w.Kind == WordsKind.Note).Select(w => w.Text).ToListAsync();
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    [GeneratedRegex("Mon.*09:0[01]")]
    private static partial Regex MondayAtNine();
}
