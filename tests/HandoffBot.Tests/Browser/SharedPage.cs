using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;

namespace HandoffBot.Tests.Browser;

/// <summary>A company without a past and one page on it, for the tests of a class: each leaves it so that the next can use it.</summary>
public sealed class SharedPage : IAsyncLifetime
{
    private readonly Chromium chromium = new();

    internal RunningSandbox Sandbox { get; private set; } = null!;

    internal PageOfPhones Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await chromium.InitializeAsync();
        Sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Language = Language.English, Scene = Scene.Company },
            CancellationToken.None
        );
        Page = new PageOfPhones(await chromium.OpenAsync(Sandbox.PageUrl, 1440, 900));
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
