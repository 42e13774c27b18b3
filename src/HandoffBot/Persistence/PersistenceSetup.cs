using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffBot.Persistence;

internal static class PersistenceSetup
{
    public const string ConnectionName = "Handoff";
    private const string DefaultFile = "Data Source=handoff.db";

    /// <summary>Seconds a locked database is waited for: the driver's own retry, not <c>busy_timeout</c>, which it multiplies.</summary>
    private const int LockedSeconds = 3;

    public static void AddPersistence(this IServiceCollection services, IConfiguration settings)
    {
        var provider = settings.GetValue(
            $"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}",
            StorageProvider.Sqlite
        );
        var connection = settings.GetConnectionString(ConnectionName);
        if (provider is StorageProvider.Postgres)
        {
            services.AddDbContext<HandoffDb, PostgresHandoffDb>(o => Common(o).UseNpgsql(connection));
        }
        else
        {
            var file = new SqliteConnectionStringBuilder(connection ?? DefaultFile) { DefaultTimeout = LockedSeconds };
            services.AddDbContext<HandoffDb, SqliteHandoffDb>(o =>
                Common(o).UseSqlite(file.ToString()).AddInterceptors(new SyncOnEveryCommit())
            );
        }

        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        services.AddSingleton<CommitWriter>();
        services.AddHostedService(s => s.GetRequiredService<CommitWriter>());
        services.AddSingleton<Database>();
    }

    /// <summary>A conflict is expected and handled; logged as EF does, it would be an Error with a stack.</summary>
    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder options) =>
        options
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(w =>
                w.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug))
            );
}
