using HandoffBot.Leadership;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HandoffBot.Persistence;

/// <summary>The rows on a PostgreSQL server.</summary>
internal sealed class PostgresHandoffDb(DbContextOptions<PostgresHandoffDb> options) : HandoffDb(options)
{
    public override Task LockAsync(string key, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellationToken);

    public override Task WakeLeaderAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select pg_notify({LeaderLock.Channel}, '')", cancellationToken);

    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresHandoffDb>
    {
        public PostgresHandoffDb CreateDbContext(string[] args) =>
            new(
                new DbContextOptionsBuilder<PostgresHandoffDb>()
                    .UseNpgsql("Host=design")
                    .UseSnakeCaseNamingConvention()
                    .Options
            );
    }
}
