using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffBot.Tests.Persistence;

/// <summary>How SQLite goes about each command that reads.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Command, string Step)> steps = [];

    /// <summary>Tables that are read from end to end, each with the command that does it.</summary>
    public IReadOnlyList<(string Table, string Command)> Scans =>
        [
            .. from step in steps
            where step.Step.StartsWith("SCAN ", StringComparison.Ordinal)
            select (TableOf(step.Step.Split(' ')[1], step.Command), step.Command),
        ];

    public int Count => steps.Select(s => s.Command).Distinct().Count();

    public void Reset() => steps.Clear();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        var asked = command.CommandText;
        command.CommandText = $"EXPLAIN QUERY PLAN {asked}";
        await using (var plan = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await plan.ReadAsync(cancellationToken))
            {
                steps.Enqueue((asked, plan.GetString(plan.GetOrdinal("detail"))));
            }
        }

        command.CommandText = asked;
        return result;
    }

    /// <summary>A plan calls a table by the name the command gives it.</summary>
    private static string TableOf(string alias, string command) =>
        Regex.Match(command, $"\"(\\w+)\" AS \"{alias}\"") is { Success: true } named ? named.Groups[1].Value : alias;
}
