using System.Diagnostics;
using System.Net;
using System.Text;

namespace HandoffBot.Tests.Crash;

/// <summary>The bot in a process of its own, that can be killed like one.</summary>
internal sealed class BotProcess(IReadOnlyDictionary<string, string> settings, string url) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "HandoffBot.dll");

    private readonly HttpClient http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(5) };
    private readonly StringBuilder said = new();
    private Process? process;

    /// <summary>A verb, to its end.</summary>
    public async Task VerbAsync(params string[] arguments)
    {
        using var verb = Start(arguments);
        await verb.WaitForExitAsync();
        Assert.True(verb.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {verb.ExitCode}: {said}");
    }

    /// <summary>Starts it and waits until it takes leads.</summary>
    public async Task RunAsync()
    {
        process = Start(["run"]);
        using var patience = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync())
        {
            Assert.False(process.HasExited, $"It ended: {said}");
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>As the system kills: at once, without a word.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        http.Dispose();
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Program))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += Keep;
        started.ErrorDataReceived += Keep;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }
}
