using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace HandoffBot.Load.Running;

/// <summary>The published bot: its verbs, its process, and the door leads come in by.</summary>
internal sealed class Bot(string program, Dictionary<string, string> settings, string url) : IAsyncDisposable
{
    public const string SourceKey = "hb_load-key-that-opens-nothing-else";

    /// <summary>As its health says it.</summary>
    private const string Speaks = "This process speaks.";

    private const string IsReadyToSpeak = "this one is ready to.";

    private const string HeapMetric = "dotnet_gc_last_collection_heap_size_bytes{";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(3);

    private readonly HttpClient http = new() { BaseAddress = new Uri(url) };
    private Child? running;

    /// <summary>The process that runs.</summary>
    public Child Running => running ?? throw new InvalidOperationException("It does not run.");

    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <param name="more">Settings that take the place of these, by the names of environment variables.</param>
    public static Bot Of(
        string program,
        Database database,
        LookAlike telegram,
        string token,
        bool limits,
        IReadOnlyDictionary<string, string>? more = null
    )
    {
        var port = FreePorts.Take(2);
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var settings = new Dictionary<string, string>
        {
            ["Telegram__Token"] = token,
            ["Telegram__BaseUrl"] = telegram.ApiUrl,
            ["Storage__Provider"] = database.Provider,
            ["ConnectionStrings__Handoff"] = database.ConnectionString,
            ["Backup__Folder"] = "",
            ["Forgetting__LogFile"] = Database.ForgottenList,
            ["Urls"] = url,
            ["Management__Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port + 1}"),
            // Visitors of a form come through a proxy here, each from an address of their own.
            ["Public__TrustedProxies__0"] = "127.0.0.1",
            ["Team__Language"] = "English",
            // Cards are what is measured; the queue has a measure of its own.
            ["Rush__After"] = "0",
            // As the container and the systemd unit start it.
            ["MALLOC_ARENA_MAX"] = "2",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        if (!limits)
        {
            settings["SendLimits__PerGroupPerMinute"] = "0";
            settings["SendLimits__PerChatPerSecond"] = "0";
            settings["SendLimits__PerSecond"] = "0";
        }

        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            settings[name] = value;
        }

        return new Bot(program, settings, url);
    }

    /// <summary>Counts from the next start on.</summary>
    public void Change(IReadOnlyDictionary<string, string> changed)
    {
        foreach (var (name, value) in changed)
        {
            settings[name] = value;
        }
    }

    /// <summary>Runs a verb to its end; returns how long it took.</summary>
    public async Task<TimeSpan> VerbAsync(params string[] arguments)
    {
        await using var child = Child.Start(program, arguments, settings);
        await child.EndedAsync();
        return Stopwatch.GetElapsedTime(child.StartedAt);
    }

    /// <summary>Starts it; returns how long it took until it could take leads.</summary>
    public Task<TimeSpan> RunAsync()
    {
        Launch(program, ["run"]);
        return ReadyAsync();
    }

    /// <summary>Starts another program in its place, with the same settings, and waits for nothing.</summary>
    public Child Launch(string other, IEnumerable<string> arguments) =>
        running = Child.Start(other, arguments, settings);

    /// <summary>Waits until what was started can take leads; returns how long it took from its start.</summary>
    public async Task<TimeSpan> ReadyAsync()
    {
        await Until.TrueAsync(IsReadyAsync, Patience, Running);
        return Stopwatch.GetElapsedTime(Running.StartedAt);
    }

    /// <summary>Whether it is the one of several that speaks; one that does not answer is not.</summary>
    public Task<bool> SpeaksAsync() => SaysAsync(Speaks);

    /// <summary>Whether it speaks, or is ready to once the one that does is gone.</summary>
    public Task<bool> KnowsItsPartAsync() => SaysAsync(Speaks, IsReadyToSpeak);

    private async Task<bool> SaysAsync(params string[] words)
    {
        using var enough = new CancellationTokenSource(HealthPatience);
        try
        {
            var address = new Uri(new Uri(settings["Management__Url"]), "health");
            using var answer = await http.GetAsync(address, enough.Token);
            var health = await answer.Content.ReadAsStringAsync(enough.Token);
            return words.Any(w => health.Contains(w, StringComparison.Ordinal));
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What lived after the last garbage collection, in bytes, as its metrics say it.</summary>
    public async Task<double> LiveHeapAsync()
    {
        var metrics = await http.GetStringAsync(new Uri(new Uri(settings["Management__Url"]), "metrics"));
        return metrics
            .Split('\n')
            .Where(line => line.StartsWith(HeapMetric, StringComparison.Ordinal))
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>A program sends a lead; the answer is its number, such as L-7.</summary>
    public async Task<string> SendLeadAsync(int number) =>
        (await PostAsync(LeadPost.Of(number))).Lead ?? throw new InvalidOperationException("The lead was not taken.");

    /// <summary>A program sends a lead; no answer at all is an answer too.</summary>
    public async Task<PostAnswer> PostAsync(LeadPost lead, string key = SourceKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/leads");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = JsonContent.Create(lead);
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await http.SendAsync(request);
            var body = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<TakenLead>() : null;
            return new PostAnswer(
                answer.StatusCode,
                body?.Lead,
                body?.Duplicate ?? false,
                Stopwatch.GetElapsedTime(sentAt)
            );
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            return new PostAnswer(null, null, false, Stopwatch.GetElapsedTime(sentAt));
        }
    }

    /// <summary>Somebody fills in a site's form, from an address nobody else has.</summary>
    public async Task SendFormAsync(string formKey, int number)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"10.0.{number / 250}.{1 + number % 250}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"f/{formKey}");
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("Origin", "https://windows.example");
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Anna Petrova {number}"),
                ["phone"] = string.Create(CultureInfo.InvariantCulture, $"+7912{1_000_000 + number}"),
                ["message"] = "Three windows, measuring on Saturday",
                ["product"] = "PVC windows",
                ["city"] = "Kazan",
                ["utm_campaign"] = "Autumn",
            }
        );
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask StopAsync()
    {
        if (running is not null)
        {
            await running.DisposeAsync();
            running = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        http.Dispose();
    }

    private sealed record TakenLead(string Lead, bool Duplicate);

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync("health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        // One that ends just now lets the bare exception of the socket through.
        catch (Exception ex) when (ex is HttpRequestException or IOException or SocketException)
        {
            return false;
        }
    }
}
