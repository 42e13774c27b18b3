using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HandoffBot.Persistence;

/// <summary>The rows in one file.</summary>
internal sealed class SqliteHandoffDb(DbContextOptions<SqliteHandoffDb> options) : HandoffDb(options)
{
    /// <summary>The rows of a file that is not the bot's own, such as one that shall become it.</summary>
    public static SqliteHandoffDb Over(string connectionString) =>
        new(
            new DbContextOptionsBuilder<SqliteHandoffDb>()
                .UseSqlite(connectionString)
                .UseSnakeCaseNamingConvention()
                .Options
        );

    /// <summary>Left to itself SQLite takes the other index of the state, and reads all that waits for each chat.</summary>
    public override IQueryable<long> WaitingChats =>
        Database.SqlQuery<long>(
            $"""
            with recursive chats(id) as (
                select (
                    select o.chat_id from outbox o indexed by ix_outbox_chat_id_priority_seq
                    where o.state = 'Pending' order by o.chat_id limit 1
                )
                union all
                select (
                    select o.chat_id from outbox o indexed by ix_outbox_chat_id_priority_seq
                    where o.state = 'Pending' and o.chat_id > chats.id order by o.chat_id limit 1
                )
                from chats where chats.id is not null
            )
            select id as "Value" from chats where id is not null
            """
        );

    /// <summary>One process and one writer: whoever writes holds the only lock already.</summary>
    public override Task LockAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteHandoffDb>
    {
        public SqliteHandoffDb CreateDbContext(string[] args) => Over("Data Source=design.db");
    }
}
