using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HandoffBot.Persistence;

/// <summary>The rows in one file.</summary>
internal sealed class SqliteHandoffDb(DbContextOptions<SqliteHandoffDb> options) : HandoffDb(options)
{
    /// <summary>One process and one writer: whoever writes holds the only lock already.</summary>
    public override Task LockAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteHandoffDb>
    {
        public SqliteHandoffDb CreateDbContext(string[] args) =>
            new(
                new DbContextOptionsBuilder<SqliteHandoffDb>()
                    .UseSqlite("Data Source=design.db")
                    .UseSnakeCaseNamingConvention()
                    .Options
            );
    }
}
