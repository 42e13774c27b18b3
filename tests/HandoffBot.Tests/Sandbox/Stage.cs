using HandoffBot.Sandbox.BotApi;
using HandoffBot.Sandbox.World;
using Telegram.Bot;

namespace HandoffBot.Tests.Sandbox;

/// <summary>A look-alike with a bot, a supergroup it is an administrator of, a channel and two people.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Token = "4242:sandbox-token";

    private readonly BotApiServer _server;
    private readonly HttpClient _http = new();

    private Stage(TelegramWorld world, BotApiServer server)
    {
        (World, _server) = (world, server);
        Bot = world.AddBot(Token, "Handoff", "handoff_test_bot");
        Anna = world.AddPerson("Анна", "Серова", "anna_s", "ru");
        Boris = world.AddPerson("Boris", languageCode: "en");
        Group = world.AddSupergroup("Sales", Anna.Id, [Boris.Id]);
        world.AddBotTo(Group.Id, Anna.Id, AdminRights.All);
        Channel = world.AddChannel("Marketing", Anna.Id);
        world.AddBotTo(Channel.Id, Anna.Id, AdminRights.All);
        world.Start(Boris.Id);
        world.QueueOf(Bot.Id).Clear();
    }

    public TelegramWorld World { get; }

    public BotAccount Bot { get; }

    public Person Anna { get; }

    public Person Boris { get; }

    public ChatRoom Group { get; }

    public ChatRoom Channel { get; }

    public string Url => _server.Url;

    public HttpClient Http => _http;

    public static async Task<Stage> StartAsync()
    {
        var world = new TelegramWorld(new MovableClock());
        return new Stage(world, await BotApiServer.StartAsync(world, 0, TestContext.Current.CancellationToken));
    }

    /// <summary>The real client, which neither waits out a 429 nor repeats.</summary>
    public TelegramBotClient Client(string token = Token) =>
        new(new TelegramBotClientOptions(token, Url) { RetryThreshold = 0 }, _http);

    /// <summary>A raw call with form parameters.</summary>
    public async Task<Reply> CallAsync(string method, params (string Name, object Value)[] parameters)
    {
        using var form = new FormUrlEncodedContent(
            parameters.Select(p =>
                KeyValuePair.Create(p.Name, Convert.ToString(p.Value, CultureInfo.InvariantCulture)!)
            )
        );
        using var response = await _http.PostAsync($"{Url}/bot{Token}/{method}", form);
        return await Reply.ReadAsync(response);
    }

    /// <summary>A raw call with a file in it.</summary>
    public async Task<Reply> UploadAsync(
        string method,
        string partName,
        byte[] bytes,
        params (string Name, object Value)[] parameters
    )
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), partName, "file.bin" } };
        foreach (var (name, value) in parameters)
        {
            form.Add(new StringContent(Convert.ToString(value, CultureInfo.InvariantCulture)!), name);
        }

        using var response = await _http.PostAsync($"{Url}/bot{Token}/{method}", form);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Until a poll has begun to wait: its timer is then set on the clock.</summary>
    public Task PollIsWaitingAsync() => TimerIsSetAsync();

    public Task TimerIsSetAsync() => TimersAreSetAsync(1);

    public async Task TimersAreSetAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (World.Clock.TimerCount < count)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
