using System.Security.Cryptography;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>The database as a whole: brought up to date before anything else starts.</summary>
internal sealed class Database(IServiceScopeFactory scopes)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        await db.Database.MigrateAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }

        if (!await db.Installations.AnyAsync(cancellationToken))
        {
            db.Installations.Add(
                new Installation { Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Whether a row can be written now.</summary>
    public async Task<bool> CanConnectAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services
            .ServiceProvider.GetRequiredService<HandoffDb>()
            .Database.CanConnectAsync(cancellationToken);
    }
}
