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

    /// <summary>One process and one writer: whoever writes holds the only lock already.</summary>
    public override Task LockAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteHandoffDb>
    {
        public SqliteHandoffDb CreateDbContext(string[] args) => Over("Data Source=design.db");
    }
}
