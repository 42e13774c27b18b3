using HandoffBot.Forgetting;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Forgetting;

public sealed class RetentionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Contacts_of_leads_closed_long_ago_are_forgotten_and_customers_are_kept(StorageProvider provider)
    {
        await using var bot = await ForgettingStage.StartAsync(provider, "--Forgetting:AfterDays=30");
        await bot.LeadAsync("+79120000001", isClosed: true);
        await bot.LeadAsync("+79120000002", isClosed: true);
        await bot.LeadAsync("+79120000003", isClosed: true);
        await bot.LeadAsync("+79120000002");
        bot.Clock.Advance(TimeSpan.FromDays(20));
        await bot.LeadAsync("+79120000003", isClosed: true);
        bot.Clock.Advance(TimeSpan.FromDays(10));
        await SweepAsync(bot);
        var early = await bot.ForgottenAsync();

        bot.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync(bot);

        Assert.Empty(early);
        Assert.Equal([1], await bot.ForgottenAsync());
        bot.Clock.Advance(TimeSpan.FromDays(20));
        await SweepAsync(bot);
        Assert.Equal([1, 3, 5], await bot.ForgottenAsync());
    }

    [Fact]
    public async Task Nobody_is_forgotten_by_itself_unless_that_is_set()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Sqlite);
        await bot.LeadAsync("+79120000001", isClosed: true);
        bot.Clock.Advance(TimeSpan.FromDays(4000));

        await SweepAsync(bot);

        Assert.Empty(await bot.ForgottenAsync());
    }

    [Fact]
    public async Task Many_go_a_few_at_a_tick()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Sqlite, "--Forgetting:AfterDays=1");
        foreach (var n in Enumerable.Range(100, SweepClosedContacts.AtOnce + 1))
        {
            await bot.LeadAsync($"+79120000{n}", isClosed: true);
        }

        bot.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync(bot, ticks: 1);
        var first = (await bot.ForgottenAsync()).Count;
        await SweepAsync(bot, ticks: 1);

        Assert.Equal(SweepClosedContacts.AtOnce, first);
        Assert.Equal(SweepClosedContacts.AtOnce + 1, (await bot.ForgottenAsync()).Count);
    }

    private static async Task SweepAsync(TestBot bot, int ticks = 4)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            await using var scope = bot.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SweepClosedContacts>().SweepAsync(CancellationToken.None);
        }
    }
}
