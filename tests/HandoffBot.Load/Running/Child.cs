using System.Diagnostics;
using System.Text;

namespace HandoffBot.Load.Running;

/// <summary>A program started by this one, ended with it; what it says is kept for when it fails.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();

    private Child(ProcessStartInfo start)
    {
        StartedAt = Stopwatch.GetTimestamp();
        process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public long StartedAt { get; }

    public int ProcessId => process.Id;

    /// <summary>What its threads have used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it holds of the machine's memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static Child Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment
    )
    {
        // A dll is run by the host that comes with the runtime, anything else by itself.
        var isLibrary = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in isLibrary ? arguments.Prepend(program) : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Child(start);
    }

    /// <summary>Waits for its end and returns what it said; fails when it did.</summary>
    public async Task<string> EndedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Said
            : throw new InvalidOperationException($"It ended with code {process.ExitCode}:\n{Said}");
    }

    /// <summary>Waits for its end, however it comes; fails when it takes too long.</summary>
    /// <returns>Its code; 137 when it was killed.</returns>
    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(enough.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It lived longer than {patience}. It said:\n{Said}");
        }
    }

    /// <summary>Kills it, if it has not ended.</summary>
    /// <returns>Its code; 137 when it was killed.</returns>
    public async Task<int> KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <param name="name">Such as STOP or CONT.</param>
    public async Task SignalAsync(string name)
    {
        var order = string.Create(CultureInfo.InvariantCulture, $"kill -{name} {ProcessId}");
        await using var shell = Start("sh", ["-c", order], new Dictionary<string, string>());
        await shell.EndedAsync();
    }

    public void MustRun()
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"It ended with code {process.ExitCode}:\n{Said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }
}
