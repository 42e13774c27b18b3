using System.Data.Common;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

/// <summary>A database that may only be read while that lasts, as SQLite sees it: the tests' own user may write any file.</summary>
internal sealed class ReadOnlyFile : DbConnectionInterceptor
{
    public bool IsReadOnly { get; set; }

    public void Add(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteHandoffDb>(o => o.AddInterceptors(this));

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only = {(IsReadOnly ? 1 : 0)}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
