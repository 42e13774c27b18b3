using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffBot.Persistence;

/// <summary>Pragmas leak from one use of a pooled connection into the next, so durability is asked for at every opening.</summary>
internal sealed class SyncOnEveryCommit : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
