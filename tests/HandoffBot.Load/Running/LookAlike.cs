namespace HandoffBot.Load.Running;

/// <summary>Telegram's look-alike in a process of its own.</summary>
internal sealed class LookAlike : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Child child;

    private LookAlike(Child child, int port)
    {
        this.child = child;
        ApiUrl = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port + 1}");
        Control = new Control(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port + 4}"));
    }

    public string ApiUrl { get; }

    public Control Control { get; }

    public static async Task<LookAlike> StartAsync(string program)
    {
        var port = FreePorts.Take(5);
        string[] arguments =
        [
            "--empty",
            "--bot-api-only",
            "--control",
            "--lang",
            "en",
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
        ];
        var child = Child.Start(program, arguments, new Dictionary<string, string>());
        var started = new LookAlike(child, port);
        await Until.TrueAsync(started.Control.AnswersAsync, Patience, child);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await child.DisposeAsync();
    }
}
