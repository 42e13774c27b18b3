using HandoffBot.Leadership;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffBot.Persistence;

/// <summary>The rows on a PostgreSQL server.</summary>
internal sealed class PostgresHandoffDb(DbContextOptions<PostgresHandoffDb> options) : HandoffDb(options)
{
    /// <summary>The rows of a server that is not the bot's own.</summary>
    public static PostgresHandoffDb Over(string connectionString) =>
        new(
            new DbContextOptionsBuilder<PostgresHandoffDb>()
                .UseNpgsql(connectionString)
                .UseSnakeCaseNamingConvention()
                .Options
        );

    public override IQueryable<long> WaitingChats =>
        Database.SqlQuery<long>(
            $"""
            with recursive chats(id) as (
                select (
                    select o.chat_id from outbox o
                    where o.state = 'Pending' order by o.chat_id limit 1
                )
                union all
                select (
                    select o.chat_id from outbox o
                    where o.state = 'Pending' and o.chat_id > chats.id order by o.chat_id limit 1
                )
                from chats where chats.id is not null
            )
            select id as "Value" from chats where id is not null
            """
        );

    public override Task LockAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        keys.Count == 0
            ? Task.CompletedTask
            : Database.ExecuteSqlAsync(
                $"""
                select pg_advisory_xact_lock(k)
                from (select distinct hashtextextended(unnest({keys.ToArray()}), 0) as k order by k) as keys
                """,
                cancellationToken
            );

    /// <summary>A process that was paused within it must not keep the others from committing: the server ends its session as it ends a silent leader's.</summary>
    public override async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await base.BeginAsync(cancellationToken);
        await Database.ExecuteSqlAsync($"set local idle_in_transaction_session_timeout = '3s'", cancellationToken);
        return transaction;
    }

    public override Task WakeLeaderAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select pg_notify({LeaderLock.Channel}, '')", cancellationToken);

    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresHandoffDb>
    {
        public PostgresHandoffDb CreateDbContext(string[] args) => Over("Host=design");
    }
}
