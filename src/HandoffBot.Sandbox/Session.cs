using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Sandbox.BotApi;
using HandoffBot.Sandbox.Demo;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox;

/// <summary>One world in one language: the look-alike that serves it and the bot that lives in it.</summary>
internal sealed class Session : IAsyncDisposable
{
    private static int _count;

    private readonly BotApiServer _api;
    private readonly RealBot? _bot;

    private Session(Cast cast, TelegramWorld world, BotApiServer api, RealBot? bot)
    {
        (Cast, World, _api, _bot) = (cast, world, api, bot);
        Door = new SiteDoor(cast, bot?.Url ?? "");
    }

    /// <summary>Counts sessions: in each the ids begin anew, and a browser must not mix them up.</summary>
    public int Number { get; } = Interlocked.Increment(ref _count);

    public Cast Cast { get; }

    public Language Language => Cast.Texts.Language;

    /// <summary>The demo company is set up; otherwise people do it themselves.</summary>
    public bool IsDemo { get; private init; }

    public TelegramWorld World { get; }

    /// <summary>The customers' side: forms and programs that send leads.</summary>
    public SiteDoor Door { get; }

    public string BotApiUrl => _api.Url;

    public string BotUrl => _bot?.Url ?? "";

    public string ManagementUrl => _bot?.ManagementUrl ?? "";

    /// <summary>The bot's own parts, for tests; null when there is no bot.</summary>
    public IServiceProvider? Services => _bot?.Services;

    public static async Task<Session> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var texts = TextsOf(options);
        var world = new TelegramWorld(new MovableClock(options.StartAt ?? StartOf(options)));
        var cast = Casting.Into(world, texts, isSetUp: options.WithBot && options.Scene is not Scene.Empty);
        var api = await BotApiServer.StartAsync(world, options.PortOf(1), cancellationToken);
        try
        {
            var bot = options.WithBot
                ? await RealBot.StartAsync(options, api.Url, cast, world.Clock, cancellationToken)
                : null;
            var session = new Session(cast, world, api, bot) { IsDemo = options.Scene is not Scene.Empty };
            if (bot is not null && options.Scene is Scene.Morning)
            {
                await new Morning(session).PlayAsync(cancellationToken);
            }

            return session;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        await _api.DisposeAsync();
    }

    /// <summary>Nobody tells a bot of one's own the demo company's zone: it proposes the usual one of the language.</summary>
    private static DemoTexts TextsOf(SandboxOptions options)
    {
        var texts = DemoTexts.Of(options.Language);
        var proposed = new TeamOptions { Language = options.Language }.LocaleFor(null);
        return options.WithBot ? texts : texts with { Zone = proposed.ZoneId };
    }

    /// <summary>A bot of one's own runs on real time, so the world it is pointed at does too.</summary>
    private static DateTimeOffset StartOf(SandboxOptions options) =>
        !options.WithBot ? TimeProvider.System.GetUtcNow()
        : options.Scene is Scene.Morning ? Calendar.MondayMorning
        : Calendar.Monday;
}
