using HandoffBot.Checkup;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffBot.Tests.Features.Team;

public sealed class SweepDiskTests
{
    private const long Olga = 1;

    [Fact]
    public async Task The_admin_hears_once_a_day_that_the_disk_is_filling_up()
    {
        var free = 100_000_000L;
        await using var bot = await TestBot.StartAsync(
            StorageProvider.Sqlite,
            services => services.Replace(ServiceDescriptor.Singleton(new FreeSpace(_ => free)))
        );
        await bot.TeamAsync(Language.English);
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Installations.SingleAsync()).Appoint(new PersonId(Olga));
            await scope.Db.SaveChangesAsync();
        });
        var talk = new Talk(bot);

        await SweepAsync(bot);
        await SweepAsync(bot);
        await talk.SayAsync();
        var first = talk.To(Olga);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync(bot);
        await talk.SayAsync();
        free = 900_000_000;
        bot.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync(bot);
        await talk.SayAsync();

        Assert.Contains("100\u00a0MB", Assert.Single(first).PlainText, StringComparison.Ordinal);
        Assert.Equal(2, talk.To(Olga).Count);
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDisk>().SweepAsync(CancellationToken.None);
    }
}
