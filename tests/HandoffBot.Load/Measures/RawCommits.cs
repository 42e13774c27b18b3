using System.Diagnostics;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>What the disk gives to anybody: one row a commit, one after the other, as safely as the bot writes.</summary>
internal static class RawCommits
{
    public static async Task<double> PerSecondAsync(Database database, int count)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = database.IsSqlite
            ? "pragma journal_mode = wal; pragma synchronous = full; create table raw_commits (n integer)"
            : "create table raw_commits (n integer)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "insert into raw_commits values (1)";
        var startedAt = Stopwatch.GetTimestamp();
        for (var n = 0; n < count; n++)
        {
            await command.ExecuteNonQueryAsync();
        }

        var took = Stopwatch.GetElapsedTime(startedAt);
        command.CommandText = "drop table raw_commits";
        await command.ExecuteNonQueryAsync();
        return count / took.TotalSeconds;
    }
}
