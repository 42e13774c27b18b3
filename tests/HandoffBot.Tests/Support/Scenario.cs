using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.BotApi;
using HandoffBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>
/// A story: the real host over HTTP against the look-alike of Telegram, with a clock that can be moved. A company is there:
/// a sales chat, a marketing channel, Ivan and Anna (reps), Peter (a rep who never pressed Start), Olga (manager), Maria.
/// </summary>
internal sealed partial class Scenario : IAsyncDisposable
{
    private const string Token = "700700:SCENARIO-token_of-nobody";
    private const string SourceKey = "hb_scenario-key";

    /// <summary>A Tuesday, 10:00 in Moscow.</summary>
    private static readonly DateTimeOffset Start = new(2027, 3, 16, 7, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly BotApiServer telegram;
    private readonly WebApplication bot;
    private readonly HttpClient http = new();
    private readonly List<WebApplication> twins = [];

    private Scenario(
        TestDatabase database,
        TelegramWorld world,
        BotApiServer telegram,
        WebApplication bot,
        Language language,
        bool plainGroup
    )
    {
        (this.database, World, this.telegram, this.bot) = (database, world, telegram, bot);
        Language = language;
        (Olga, Ivan, Anna) = (NewPerson("Olga"), NewPerson("Ivan"), NewPerson("Anna"));
        (Peter, Maria) = (NewPerson("Peter"), NewPerson("Maria"));
        long[] reps = [Ivan.Id, Anna.Id, Peter.Id];
        var sales = plainGroup
            ? world.AddGroup("Windows", Olga.Id, reps)
            : world.AddSupergroup("Windows", Olga.Id, reps);
        Sales = new ScenarioChat(this, sales.Id);
        Marketing = new ScenarioChat(this, world.AddChannel("Marketing", Maria.Id, [Olga.Id]).Id);
    }

    public TelegramWorld World { get; }

    /// <summary>Reads all that is logged and traced meanwhile.</summary>
    public required LeakWatch Watch { get; init; }

    public Language Language { get; }

    public ScenarioPerson Olga { get; }

    public ScenarioPerson Ivan { get; }

    public ScenarioPerson Anna { get; }

    /// <summary>A rep who never pressed Start.</summary>
    public ScenarioPerson Peter { get; }

    public ScenarioPerson Maria { get; }

    public ScenarioChat Sales { get; }

    public ScenarioChat Marketing { get; }

    public IServiceProvider Services => bot.Services;

    public TestDatabase Database => database;

    public string BotUrl => bot.Urls.First();

    public string ManagementUrl => HandoffBotHost.ManagementAddress(bot);

    public static async Task<Scenario> StartAsync(
        Language language = Language.English,
        StorageProvider provider = StorageProvider.Sqlite,
        bool empty = false,
        bool plainGroup = false,
        string? webhookAt = null,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var world = new TelegramWorld { AllowsPlainWebhooks = true };
        world.Clock.MoveTo(Start);
        world.AddBot(Token, "HandoffBot", "handoff_test_bot");
        var database = await TestDatabase.CreateMigratedAsync(provider);
        var telegram = await BotApiServer.StartAsync(world, 0, CancellationToken.None);
        var watch = new LeakWatch();
        var bot = HandoffBotHost.Build(
            [],
            builder =>
            {
                Configure(builder, database, telegram, world.Clock, watch, webhookAt);
                builder.Configuration.AddInMemoryCollection(settings);
            }
        );
        var scenario = new Scenario(database, world, telegram, bot, language, plainGroup) { Watch = watch };
        await bot.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        if (!empty)
        {
            await scenario.SettleAsync();
        }

        await watch.GuardAsync(bot.Services);

        await HandoffBotHost.StartAsync(bot, CancellationToken.None);
        return scenario;
    }

    /// <summary>The clock moves; sweeps notice at their next tick.</summary>
    public void TimePasses(TimeSpan time) => World.Clock.Advance(time);

    /// <summary>A program posts a lead; the answer is its number.</summary>
    public async Task<LeadId> LeadArrives(object lead, string key = SourceKey)
    {
        using var answer = await PostLead(lead, key);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return LeadId.Parse(body.GetProperty("lead").GetString()!)!.Value;
    }

    public Task<LeadId> LeadArrives() =>
        LeadArrives(
            new
            {
                name = "Anna Petrova",
                phone = "8 (912) 345-12-34",
                message = "Three windows, measuring on Saturday",
                product = "PVC windows",
                city = "Kazan",
                campaign = "Autumn 2026",
            }
        );

    /// <summary>A lead arrives and this rep takes it: its number, its card, and the message with the contact.</summary>
    public async Task<(LeadId Lead, Message Card, Message Sheet)> TakenBy(ScenarioPerson rep)
    {
        var lead = await LeadArrives();
        var card = await Sales.ExpectMessage($"🔥 {lead}");
        await rep.Press(card, Language is Language.Russian ? "Беру" : "Take");
        return (lead, card, await rep.ExpectMessage("+79123451234"));
    }

    /// <param name="at">Which of several processes; the story's own if none is named.</param>
    public async Task<HttpResponseMessage> PostLead(object lead, string key = SourceKey, string? at = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{at ?? BotUrl}/api/leads"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = JsonContent.Create(lead);
        return await http.SendAsync(request);
    }

    /// <summary>Another process of the same bot on the same database; it is stopped with the story, or before.</summary>
    /// <param name="settings">What it is told otherwise than the first one.</param>
    public async Task<WebApplication> StartTwinAsync(
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeProvider? clock = null
    )
    {
        var twin = HandoffBotHost.Build(
            [],
            builder =>
            {
                Configure(builder, database, telegram, clock ?? World.Clock, Watch, null);
                builder.Configuration.AddInMemoryCollection(settings);
            }
        );
        await HandoffBotHost.StartAsync(twin, CancellationToken.None);
        twins.Add(twin);
        return twin;
    }

    /// <summary>The story's own process stops, as at an upgrade.</summary>
    public Task StopAsync() => bot.StopAsync();

    public async Task<T> ReadAsync<T>(Func<HandoffDb, Task<T>> read)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HandoffDb>());
    }

    /// <summary>Reads again and again until it is so.</summary>
    public async Task ReadUntilAsync(Func<HandoffDb, Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await ReadAsync(isSo))
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Waits until the sweep of due steps has come round, wholly after now.</summary>
    public async Task SweptAsync()
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var pulse = bot.Services.GetRequiredService<Pulse>();
        for (var round = 0; round < 2; round++)
        {
            var asked = Stopwatch.GetTimestamp();
            while (
                !(pulse.Ages().TryGetValue(nameof(SweepDueSteps), out var age) && age < Stopwatch.GetElapsedTime(asked))
            )
            {
                await often.WaitForNextTickAsync(patience.Token);
            }
        }
    }

    /// <summary>The clock moves on by a few seconds, again and again, until it is so.</summary>
    public async Task PassUntilAsync(Func<HandoffDb, Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await ReadAsync(isSo))
        {
            TimePasses(TimeSpan.FromSeconds(10));
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Somebody of no team.</summary>
    public ScenarioPerson Stranger(string name) => NewPerson(name);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        foreach (var twin in twins)
        {
            // Disposing alone ends nothing: its sweeps would go on beside the stories that follow.
            await twin.StopAsync();
            await twin.DisposeAsync();
        }

        await bot.StopAsync();
        await bot.DisposeAsync();
        await telegram.DisposeAsync();
        await database.DisposeAsync();
        Watch.Dispose();
        // Each story also shows that no secret and no contact was written down beside the database.
        Assert.Empty(Watch.Leaks);
    }

    private static void Configure(
        WebApplicationBuilder builder,
        TestDatabase database,
        BotApiServer telegram,
        TimeProvider clock,
        LeakWatch watch,
        string? webhookAt
    )
    {
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Storage:Provider"] = database.Provider.ToString(),
                ["ConnectionStrings:Handoff"] = database.ConnectionString,
                ["Backup:Folder"] = "",
                ["Telegram:Token"] = Token,
                ["Telegram:BaseUrl"] = telegram.Url,
                ["Ticks:Every"] = "00:00:00.2",
                ["Telegram:Updates"] = webhookAt is null ? "Polling" : "Webhook",
                ["Public:Url"] = webhookAt ?? "",
                ["Urls"] = webhookAt ?? "http://127.0.0.1:0",
                ["Management:Url"] = "http://127.0.0.1:0",
                ["Logging:LogLevel:Default"] = "Warning",
            }
        );
        builder.Configuration.AddInMemoryCollection(database.ForgettingFiles);
        builder.Services.AddSingleton(clock);
        builder.Logging.AddProvider(watch).AddFilter<LeakWatch>(null, LogLevel.Trace);
    }

    private ScenarioPerson NewPerson(string name) =>
        new(
            this,
            World.AddPerson(
                name,
                username: name.ToLowerInvariant(),
                languageCode: Language == Language.Russian ? "ru" : "en"
            )
        );
}
