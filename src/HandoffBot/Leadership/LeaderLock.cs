using Npgsql;

namespace HandoffBot.Leadership;

/// <summary>The advisory lock of one bot on PostgreSQL, on a connection of its own: it lives as long as its session.</summary>
internal sealed class LeaderLock(string connectionString, string botNumber)
{
    /// <summary>What others notify when they put something into the outbox.</summary>
    public const string Channel = "handoff_outbox";

    private const int PatienceSeconds = 2;

    /// <summary>A leader that stops asking, because it is paused or cut off, loses its session and with it the lock.</summary>
    private const int SessionLastsMs = 3000;

    /// <summary>The bot's number: two bots may share a server, two processes of one bot share the lock.</summary>
    private readonly string name = $"handoff:{botNumber}";

    private readonly string own = new NpgsqlConnectionStringBuilder(connectionString)
    {
        // A pooled connection would keep the lock after it was closed.
        Pooling = false,
        CommandTimeout = PatienceSeconds,
        Timeout = PatienceSeconds,
        CancellationTimeout = 500,
        TcpKeepAlive = true,
        ApplicationName = "HandoffBot leader",
    }.ToString();

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(own);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, $"set idle_session_timeout = {SessionLastsMs}", cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> TryTakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Whether nobody has it; it is not taken.</summary>
    public async Task<bool> IsFreeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select not exists (
                select from pg_locks
                where locktype = 'advisory' and objsubid = 1 and granted
                  and database = (select oid from pg_database where datname = current_database())
                  and (classid::bigint << 32) | objid::bigint = hashtextextended($1, 0)
            )
            """,
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A pooler that hands out sessions by transaction would let everybody have the lock.</summary>
    /// <exception cref="LeadershipRefusedException">A second connection got the lock as well.</exception>
    public async Task RefusePoolerAsync(CancellationToken cancellationToken)
    {
        await using var second = await OpenAsync(cancellationToken);
        if (await TryTakeAsync(second, cancellationToken))
        {
            throw new LeadershipRefusedException(
                "a pooler stands before PostgreSQL: let ConnectionStrings:Handoff name the server itself"
            );
        }
    }

    public static Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, $"listen {Channel}", cancellationToken);

    public static Task ProveAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, "select 1", cancellationToken);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
