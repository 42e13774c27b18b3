using System.Diagnostics;
using System.Text.RegularExpressions;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>How many leads share one sync of the disk. On SQLite the system counts them for the bot's process, PostgreSQL counts its own.</summary>
internal static partial class Syncs
{
    private const string Counted = "select wal_sync from pg_stat_wal";

    public static async Task<double> PerLeadAsync(
        Bot bot,
        Database database,
        IEnumerable<LeadPost> leads,
        int connections
    )
    {
        if (!database.IsSqlite)
        {
            var before = await CountedAsync(database);
            var posted = await Poster.PostAllAsync(bot, leads, connections);
            return posted.Count / Math.Max(1.0, await CountedAsync(database) - before);
        }

        using var trace = Start(bot.Running.ProcessId);
        var said = trace.StandardError.ReadToEndAsync();
        var all = await Poster.PostAllAsync(bot, leads, connections);
        // It prints what it counted when it is asked to end.
        using (var interrupt = Process.Start("kill", ["-INT", $"{trace.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }

        await trace.WaitForExitAsync();
        var calls = SyncLine().Matches(await said).Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
        return all.Count / Math.Max(1.0, calls);
    }

    private static async Task<long> CountedAsync(Database database) =>
        long.Parse((await database.ReadAsync(Counted)).Single(), CultureInfo.InvariantCulture);

    private static Process Start(int process) =>
        Process.Start(
            new ProcessStartInfo("strace", ["-f", "-c", "-e", "trace=fsync,fdatasync", "-p", $"{process}"])
            {
                RedirectStandardError = true,
            }
        )!;

    /// <summary>The share of time, the seconds, microseconds a call, the calls, the errors if any, the name.</summary>
    [GeneratedRegex(@"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?f(?:data)?sync\s*$", RegexOptions.Multiline)]
    private static partial Regex SyncLine();
}
