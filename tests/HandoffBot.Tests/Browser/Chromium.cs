using Microsoft.Playwright;

namespace HandoffBot.Tests.Browser;

/// <summary>One headless browser for the tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Usual = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _context;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = File.Exists(Usual) ? Usual : "/usr/bin/chromium-browser",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
    }

    /// <summary>
    /// Opens the page and waits until it answers to clicks. The one before it is closed: left alone, pages whose sandbox is gone
    /// keep a processor busy with looking for it.
    /// </summary>
    public async Task<IPage> OpenAsync(string url, int width, int height)
    {
        await (_context?.CloseAsync() ?? Task.CompletedTask);
        _context = await _browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
            }
        );
        var page = await _context.NewPageAsync();
        await page.GotoAsync(url);
        await page.Locator("main[data-ready=yes]").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        // Where there is no browser the tests say so; a failure here as well would cost the whole report.
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
