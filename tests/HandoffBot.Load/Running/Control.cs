using System.Net.Http.Json;

namespace HandoffBot.Load.Running;

/// <summary>Acts as the people of the look-alike's world and reads what they see.</summary>
internal sealed class Control(string url) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };

    public Task<World> WorldAsync() => GetAsync<World>("sandbox");

    public Task<Limits> LimitAsync(bool on) => PostAsync<Limits>("sandbox/limits", new { on });

    public Task<long[]> AddPeopleAsync(IEnumerable<string> names) =>
        PostAsync<long[]>("sandbox/people", new { names, language = "en" });

    public async Task<long> AddGroupAsync(string title, IEnumerable<long> members) =>
        (await PostAsync<Group>("sandbox/groups", new { title, members })).Id;

    /// <summary>A disturbance of the look-alike's, such as ServerError, until all are taken away.</summary>
    /// <param name="share">Of the calls, at random.</param>
    /// <param name="method">Null: every one but getUpdates.</param>
    public async Task DisturbAsync(string kind, double share = 1, string? method = null, int? retryAfter = null)
    {
        var order = new
        {
            kind,
            share,
            method,
            retryAfter,
        };
        using var done = await http.PostAsJsonAsync("sandbox/faults", order);
        await SucceededAsync(done);
    }

    public async Task StopDisturbingAsync()
    {
        using var done = await http.DeleteAsync("sandbox/faults");
        await SucceededAsync(done);
    }

    /// <summary>The bot's way to "Telegram", cut or mended.</summary>
    public async Task ConnectAsync(bool on)
    {
        using var done = await http.PostAsJsonAsync("sandbox/connection", new { on });
        await SucceededAsync(done);
    }

    public async Task StartAsync(long person)
    {
        using var done = await http.PostAsJsonAsync("sandbox/start", new { person });
        await SucceededAsync(done);
    }

    /// <summary>A person sends the bot a file in private.</summary>
    public async Task SendFileAsync(long person, string name, byte[] bytes)
    {
        var file = new
        {
            person,
            name,
            bytes,
        };
        using var done = await http.PostAsJsonAsync("sandbox/send", file);
        await SucceededAsync(done);
    }

    /// <summary>All press in the same instant.</summary>
    public Task<PressAnswer[]> PressAsync(IEnumerable<long> people, long chat, int message, string button) =>
        PostAsync<PressAnswer[]>(
            "sandbox/press",
            new
            {
                people,
                chat,
                message,
                button,
            }
        );

    /// <summary>All press, with what an old keyboard sends.</summary>
    /// <param name="wait">For the answers; otherwise there are none.</param>
    public Task<PressAnswer[]> PressDataAsync(
        IEnumerable<long> people,
        long chat,
        int message,
        string data,
        bool wait = false
    ) =>
        PostAsync<PressAnswer[]>(
            "sandbox/press-data",
            new
            {
                people,
                chat,
                message,
                data,
                wait,
            }
        );

    /// <summary>The last so many confirmed updates come again; only a bot that begins anew asks for them.</summary>
    public Task RepeatAsync(int count) => PostAsync<Repeated>("sandbox/repeat", new { count });

    /// <summary>What was written after the given message; waits so long for the first.</summary>
    public Task<Message[]> MessagesAsync(long chat, int after, TimeSpan wait) =>
        GetAsync<Message[]>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"sandbox/messages?chat={chat}&after={after}&wait={wait.TotalSeconds}"
            )
        );

    public Task<Call[]> CallsAsync(long after) =>
        GetAsync<Call[]>(string.Create(CultureInfo.InvariantCulture, $"sandbox/calls?after={after}"));

    public async Task<bool> AnswersAsync()
    {
        try
        {
            await WorldAsync();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<T> GetAsync<T>(string path)
    {
        using var answer = await http.GetAsync(path);
        return await ReadAsync<T>(answer);
    }

    private async Task<T> PostAsync<T>(string path, object what)
    {
        using var answer = await http.PostAsJsonAsync(path, what);
        return await ReadAsync<T>(answer);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        await SucceededAsync(answer);
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    private static async Task SucceededAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var words = await answer.Content.ReadAsStringAsync();
            throw new InvalidOperationException($"The look-alike refused: {(int)answer.StatusCode} {words}");
        }
    }

    private sealed record Group(long Id);

    private sealed record Repeated(int Count);
}
