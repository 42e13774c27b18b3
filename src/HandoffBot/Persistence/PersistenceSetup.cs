using HandoffBot.Backups;
using HandoffBot.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace HandoffBot.Persistence;

internal static class PersistenceSetup
{
    public const string ConnectionName = "Handoff";
    private const string ConnectionKey = $"ConnectionStrings:{ConnectionName}";
    private const string DefaultFile = "Data Source=handoff.db";

    /// <summary>Seconds a locked database is waited for: the driver's own retry, not <c>busy_timeout</c>, which it multiplies.</summary>
    private const int LockedSeconds = 3;

    /// <summary>The same few dozens again and again: the server need not plan each anew.</summary>
    private const int PreparedStatements = 100;

    public static void AddPersistence(this IServiceCollection services, IConfiguration settings)
    {
        if (ProviderOf(settings) is StorageProvider.Postgres)
        {
            var server = ServerOf(settings);
            services.AddDbContext<HandoffDb, PostgresHandoffDb>(
                (services, o) =>
                    Common(o).UseNpgsql(server).AddInterceptors(services.GetRequiredService<StorageWatch>())
            );
            services.AddSingleton(_ => new DatabaseLock(null));
            services.AddSingleton(new DatabaseFile((string?)null));
            services.AddSingleton(DatabaseName.Of(new NpgsqlConnectionStringBuilder(server)));
            services.AddSingleton<IDatabaseCopy>(
                new PostgresCopy(new NpgsqlConnectionStringBuilder(server), Environment.GetEnvironmentVariable("PATH"))
            );
        }
        else
        {
            var file = FileOf(settings.GetConnectionString(ConnectionName));
            services.AddDbContext<HandoffDb, SqliteHandoffDb>(
                (services, o) =>
                    Common(o)
                        .UseSqlite(
                            file.ToString(),
                            // One text for however many keys are looked for; writing hundreds of them out took longer than looking.
                            sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                        )
                        .AddInterceptors(new SyncOnEveryCommit(), services.GetRequiredService<StorageWatch>())
            );
            services.AddSingleton(_ => DatabaseLock.Of(file));
            services.AddSingleton(DatabaseFile.Of(file)).AddSingleton(DatabaseName.Of(file));
            services.AddSingleton<IDatabaseCopy>(new SqliteCopy(file));
        }

        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        services.AddSingleton<DatabaseLoss>().AddSingleton<StorageWatch>();
        services.AddSingleton<WriterTroubles>();
        services.AddSingleton<CommitWriter>();
        services.AddHostedService(s => s.GetRequiredService<CommitWriter>());
        services.AddSingleton<Database>();
    }

    public static StorageProvider ProviderOf(IConfiguration settings) =>
        settings.GetValue($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}", StorageProvider.Sqlite);

    /// <summary>The connection string of the PostgreSQL server.</summary>
    /// <exception cref="SettingException">It names none.</exception>
    public static string ServerOf(IConfiguration settings)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(settings.GetConnectionString(ConnectionName));
            if (server.MaxAutoPrepare == 0)
            {
                server.MaxAutoPrepare = PreparedStatements;
            }

            return server is { Host.Length: > 0 }
                ? server.ToString()
                : throw new SettingException(
                    $"{ConnectionKey} must name a server, such as Host=db;Username=handoff;…."
                );
        }
        catch (Exception ex) when (ex is ArgumentException or FormatException)
        {
            throw new SettingException($"{ConnectionKey} must look like Host=db;Username=handoff;….", ex);
        }
    }

    private static SqliteConnectionStringBuilder FileOf(string? connection)
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(connection ?? DefaultFile) { DefaultTimeout = LockedSeconds };
            return file.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                ? throw new SettingException(
                    $"{ConnectionKey} must name a plain file, such as {DefaultFile}, no file: address."
                )
                : file;
        }
        catch (Exception ex) when (ex is ArgumentException or FormatException)
        {
            throw new SettingException($"{ConnectionKey} must look like {DefaultFile}.", ex);
        }
    }

    /// <summary>A conflict is expected and handled; logged as EF does, it would be an Error with a stack.</summary>
    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder options) =>
        options
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(w =>
                w.Log(
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                    (RelationalEventId.CommandError, LogLevel.Debug),
                    (RelationalEventId.ConnectionError, LogLevel.Debug)
                )
            );
}
