using HandoffBot.Chat;
using HandoffBot.Leadership;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Leadership;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffBot.Tests.Outbox;

/// <summary>PostgreSQL answers so slowly that the lead is in doubt for a while, and is not lost.</summary>
public sealed class SlowLeadershipTests
{
    private const long Sales = -1001;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_message_stopped_while_the_lead_was_in_doubt_goes_out_afterwards(StorageProvider provider)
    {
        var leader = new Doubted();
        await using var bot = await TestBot.StartAsync(
            provider,
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<Leader>(leader));
                services.AddKeyedScoped<IDelivery>("Doubtful", (_, _) => new Doubtful(leader));
            }
        );
        await bot.TeamAsync();
        var said = new Sayings(bot);
        await bot.CommitAsync(async scope =>
        {
            var intent = new Intent("Doubtful", new ChatAddress(Sales), "test:1", OutboxPriority.Card, null);
            scope.Db.Say(intent, bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(bot.Services);
        await dispatcher.StartAsync(CancellationToken.None);

        await UntilAsync(bot, () => leader.WasDoubted);
        var meanwhile = said.To(Sales).ToList();
        leader.Held = true;
        await UntilAsync(bot, () => said.To(Sales).Any());
        await dispatcher.StopAsync(CancellationToken.None);

        Assert.Empty(meanwhile);
        Assert.Equal(["said"], said.To(Sales));
    }

    private static async Task UntilAsync(TestBot bot, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>The first time the lead comes into doubt between its words and the call.</summary>
    private sealed class Doubtful(Doubted leader) : IDelivery
    {
        public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
        {
            leader.Held = leader.WasDoubted;
            return Task.FromResult<Speech>(new Speech.Say(ChatMessage.Of("said"), MessageRole.Other, 0));
        }
    }
}
