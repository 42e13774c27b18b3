using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Persistence;

public sealed class DurabilityTests
{
    private const int Full = 2;

    [Fact]
    public async Task Each_opening_of_the_file_asks_for_a_sync_at_each_commit_whatever_the_one_before_it_asked()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);

        var first = await bot.ReadAsync(SyncAsync);
        await bot.ReadAsync(db => db.Database.ExecuteSqlRawAsync("pragma synchronous = off"));
        var afterwards = await bot.ReadAsync(SyncAsync);
        var whileWriting = await bot.CommitAsync(scope => SyncAsync(scope.Db));
        var journal = await bot.ReadAsync(db =>
            db.Database.SqlQueryRaw<string>("select journal_mode as Value from pragma_journal_mode").SingleAsync()
        );

        Assert.Equal([Full, Full, Full], [first, afterwards, whileWriting]);
        Assert.Equal("wal", journal);
    }

    private static Task<int> SyncAsync(HandoffDb db) =>
        db.Database.SqlQueryRaw<int>("select synchronous as Value from pragma_synchronous").SingleAsync();
}
