using System.Diagnostics;

namespace HandoffBot.Tests.Support;

/// <summary>A PostgreSQL server of one test's own, that can be stopped and started.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("handoff").FullName;

    private OwnServer() { }

    /// <summary>Without a database.</summary>
    public string ConnectionString => $"Host={folder}/data;Port=5432;Username=handoff";

    public static async Task<OwnServer> StartAsync()
    {
        var server = new OwnServer();
        await server.RunAsync("chmod 755 $work; start_postgres fsync=off synchronous_commit=off");
        return server;
    }

    /// <summary>At once, as when its machine goes: every session ends.</summary>
    public Task StopAsync() => RunAsync("server=$(postgres_tools); stop_postgres; [ ! -e $work/data/postmaster.pid ]");

    public Task ResumeAsync() => RunAsync("resume_postgres fsync=off synchronous_commit=off");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(string commands)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = Repository.PathOf(".") };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -euo pipefail; source scripts/lib.sh; {commands}");
        start.Environment["work"] = folder;
        using var shell = Process.Start(start)!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }
}
