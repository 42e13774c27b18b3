using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffBot.Tests.Persistence;

/// <summary>What was asked of the database.</summary>
internal sealed class CommandCount : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> commands = [];

    public void Reset() => commands.Clear();

    /// <summary>How many hold any of these words.</summary>
    public int Of(params string[] words) =>
        commands.Count(c => words.Any(w => c.Contains(w, StringComparison.Ordinal)));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        commands.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
