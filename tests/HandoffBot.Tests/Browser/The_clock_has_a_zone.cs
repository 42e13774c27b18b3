using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;

namespace HandoffBot.Tests.Browser;

public sealed class The_clock_has_a_zone(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(360, 740)]
    public async Task The_clock_of_the_page_names_its_zone(int width, int height)
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Language = Language.English, Scene = Scene.Company },
            TestContext.Current.CancellationToken
        );
        var page = new PageOfPhones(await chromium.OpenAsync(sandbox.PageUrl, width, height));

        await PageOfPhones.Expect(page.Clock).ToContainTextAsync("UTC+3");

        await PageOfPhones.Expect(page.Clock).ToBeInViewportAsync(new() { Ratio = 1 });
        await PageOfPhones.Expect(page.InTheBar("RU")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await page.OverhangAsync());
        var (clock, last) = (await page.Clock.BoundingBoxAsync(), await page.InTheBar("RU").BoundingBoxAsync());
        Assert.InRange(last!.Y, clock!.Y, clock.Y + clock.Height);
    }
}
