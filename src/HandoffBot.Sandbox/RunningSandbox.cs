using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.Control;
using HandoffBot.Sandbox.Demo;
using HandoffBot.Sandbox.WebChat;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox;

/// <summary>The look-alike, the real bot pointed at it, and the page, in this process. The page outlives a change of language.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private readonly SemaphoreSlim _changing = new(1, 1);
    private SandboxOptions _options;
    private WebPage? _page;
    private ControlServer? _control;
    private Session _session;

    private RunningSandbox(SandboxOptions options, Session session) => (_options, _session) = (options, session);

    /// <summary>Raised after another session took the place of the last one.</summary>
    public event Action? Restarted;

    public Session Session => Volatile.Read(ref _session);

    public TelegramWorld World => Session.World;

    public MovableClock Clock => Session.World.Clock;

    public Cast Cast => Session.Cast;

    public string BotApiUrl => Session.BotApiUrl;

    /// <summary>Where leads are sent to; empty when there is no bot.</summary>
    public string BotUrl => Session.BotUrl;

    public string ManagementUrl => Session.ManagementUrl;

    /// <summary>Empty when there is no page.</summary>
    public string PageUrl => _page?.Url ?? "";

    /// <summary>Empty when no other program may act here.</summary>
    public string ControlUrl => _control?.Url ?? "";

    public bool IsChanging { get; private set; }

    public static async Task<RunningSandbox> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var sandbox = new RunningSandbox(options, await Session.StartAsync(options, cancellationToken));
        try
        {
            sandbox._page = options.WithPage
                ? await WebPage.StartAsync(sandbox, options.PortOf(0), cancellationToken)
                : null;
            sandbox._control = options.WithControl
                ? await ControlServer.StartAsync(sandbox.World, options.PortOf(4), cancellationToken)
                : null;
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins anew in another language, on the same ports: a team's past is told in one language.</summary>
    public async Task SpeakAsync(Language language, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (language != _options.Language)
            {
                await ReplaceAsync(_options with { Language = language }, cancellationToken);
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.DisposeAsync();
        }

        if (_control is not null)
        {
            await _control.DisposeAsync();
        }

        await _session.DisposeAsync();
        _changing.Dispose();
    }

    private async Task ReplaceAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        IsChanging = true;
        try
        {
            await _session.DisposeAsync();
            Volatile.Write(ref _session, await Session.StartAsync(options, cancellationToken));
            _options = options;
        }
        finally
        {
            IsChanging = false;
        }

        Restarted?.Invoke();
    }
}
