using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.BotApi;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Person = HandoffBot.Sandbox.World.Person;

namespace HandoffBot.Tests.Crash;

/// <summary>A bot in a process of its own, the look-alike in this one, sites that post without end and reps who press every card.</summary>
internal sealed class CrashStage : IAsyncDisposable
{
    private const string Token = "700700:CRASH-token_of-nobody";
    private const string Key = "hb_crash-key-of-nobody";
    private const int Sites = 8;

    private readonly TestDatabase database;
    private readonly BotApiServer telegram;
    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly HashSet<int> pressed = [];
    private readonly IReadOnlyList<Person> reps;
    private int posts;

    private CrashStage(TestDatabase database, TelegramWorld world, BotApiServer telegram)
    {
        (this.database, World, this.telegram) = (database, world, telegram);
        var owner = world.AddPerson("Olga");
        reps = [world.AddPerson("Ivan"), world.AddPerson("Anna")];
        Sales = world.AddSupergroup("Windows", owner.Id, [.. reps.Select(r => r.Id)]).Id;
        world.AddBotTo(Sales, owner.Id, AdminRights.All);
        Url = $"http://127.0.0.1:{FreePort()}";
        Bot = new BotProcess(Settings(), Url);
    }

    public TelegramWorld World { get; }

    public BotProcess Bot { get; }

    public long Sales { get; }

    /// <summary>What sites were told is taken: their own number and the lead's.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    private string Url { get; }

    public static async Task<CrashStage> StartAsync(StorageProvider provider)
    {
        var world = new TelegramWorld();
        world.Limits.On = false;
        world.AddBot(Token, "HandoffBot", "handoff_crash_bot");
        var database = await TestDatabase.CreateAsync(provider);
        var stage = new CrashStage(database, world, await BotApiServer.StartAsync(world, 0, CancellationToken.None));
        await stage.Bot.VerbAsync("migrate");
        await stage.Bot.VerbAsync("team", "add", "Windows", "--sales-chat", $"{stage.Sales}");
        await stage.Bot.VerbAsync("source", "add", "Windows", "Site", "--key", Key);
        return stage;
    }

    /// <summary>Everybody posts and presses until this ends; what gets no answer is posted again, as sites do.</summary>
    public Task LoadAsync(CancellationToken until) =>
        Task.WhenAll([.. Enumerable.Range(0, Sites).Select(_ => PostAsync(until)), PressAsync(until)]);

    /// <summary>The bot's own parts over its database, to look at the rows while no process runs.</summary>
    public async Task<T> ReadAsync<T>(Func<HandoffDb, Task<T>> read)
    {
        await using var app = HandoffBotHost.Build([
            .. Settings().Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}"),
        ]);
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HandoffDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        http.Dispose();
        await telegram.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task PostAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref posts);
            for (var done = false; !done && !until.IsCancellationRequested; )
            {
                done = await TryPostAsync(number, until);
            }
        }
    }

    private async Task<bool> TryPostAsync(int number, CancellationToken until)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Url}/api/leads"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
            request.Content = JsonContent.Create(
                new { externalId = $"c{number}", phone = $"+7912{1_000_000 + number}" }
            );
            using var answer = await http.SendAsync(request, until);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(until);
            acknowledged[$"c{number}"] = body.GetProperty("lead").GetString()!;
            return true;
        }
        catch (Exception ex) when (ex is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private async Task PressAsync(CancellationToken until)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!until.IsCancellationRequested)
        {
            foreach (var card in World.View.Messages(Sales).Where(m => m.Buttons.Any()).ToList())
            {
                if (pressed.Add(card.Id) && card.Buttons.First() is { Text: "Take", CallbackData: { } take })
                {
                    foreach (var rep in reps)
                    {
                        World.PressData(rep.Id, Sales, card.Id, take);
                    }
                }
            }

            await often.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private Dictionary<string, string> Settings() =>
        new()
        {
            ["Telegram__Token"] = Token,
            ["Telegram__BaseUrl"] = telegram.Url,
            ["Storage__Provider"] = database.Provider.ToString(),
            ["ConnectionStrings__Handoff"] = database.ConnectionString,
            ["Urls"] = Url,
            ["Management__Url"] = "http://127.0.0.1:0",
            ["Team__Language"] = "English",
            ["Backup__Folder"] = "",
            ["Intake__Burst"] = "0",
            ["SendLimits__PerGroupPerMinute"] = "0",
            ["SendLimits__PerChatPerSecond"] = "0",
            ["SendLimits__PerSecond"] = "0",
            ["Logging__LogLevel__Default"] = "Warning",
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
