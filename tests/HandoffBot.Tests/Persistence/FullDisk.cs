using System.Data.Common;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

/// <summary>A disk without room, as SQLite sees it: its own limit of pages, set on every connection while it lasts.</summary>
internal sealed class FullDisk : DbConnectionInterceptor
{
    private const long NoLimit = 4_294_967_294;

    /// <summary>Not one page more than there are.</summary>
    public bool IsFull { get; set; }

    public void Add(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteHandoffDb>(o => o.AddInterceptors(this));

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        // SQLite raises a limit that is lower than what is there to just that.
        command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : NoLimit)}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
