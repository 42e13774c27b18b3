using HandoffBot.Domain.Campaigns;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Persistence;

public sealed class CommitWriterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_bad_write_of_a_batch_fails_alone(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();

        var writes = Enumerable
            .Range(0, 20)
            .Select(i => bot.CommitAsync(Write(i == 7 ? "code3" : $"code{i}")))
            .ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        var failed = Assert.Single(writes, w => w.IsFaulted);
        Assert.IsType<DbUpdateException>(failed.Exception!.InnerException);
        Assert.Equal(19, await bot.ReadAsync(db => db.Campaigns.CountAsync()));

        Func<WorkScope, Task> Write(string code) =>
            async scope =>
            {
                scope.Db.Campaigns.Add(
                    new Campaign
                    {
                        Team = team,
                        Code = code,
                        Name = code,
                    }
                );
                await scope.Db.SaveChangesAsync();
            };
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_are_given_once_each(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);

        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => bot.CommitAsync(s => s.Db.NextAsync("lead", CancellationToken.None)))
        );

        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), numbers.Order());
    }
}
