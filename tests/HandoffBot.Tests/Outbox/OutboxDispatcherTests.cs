using HandoffBot.Chat;
using HandoffBot.Observability;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Leadership;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Outbox;

public sealed class OutboxDispatcherTests
{
    private const long Ivan = 11;
    private const long Anna = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_next_for_a_chat_goes_as_soon_as_the_one_before_it_is_said(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new Sayings(bot);
        said.Answer = _ =>
        {
            if (said.Calls.Count == 3)
            {
                third.TrySetResult();
            }

            return null;
        };
        await said.SayAsync(Ivan, "one", "two", "three");
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(bot.Services);

        await dispatcher.StartAsync(CancellationToken.None);
        await third.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await dispatcher.StopAsync(CancellationToken.None);

        Assert.Equal(["one", "two", "three"], said.To(Ivan));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_a_message_is_on_its_way_the_next_for_its_chat_is_not_taken_up(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        var (sent, first, other, answered) = (1000, Signal(), Signal(), Signal());
        bot.Chat.Setup(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .Returns(
                async (ChatAddress to, ChatMessage _, CancellationToken _) =>
                {
                    (to.ChatId == Ivan ? first : other).TrySetResult();
                    await (to.ChatId == Ivan ? answered.Task : Task.CompletedTask);
                    return new SendOutcome.Sent(Interlocked.Increment(ref sent));
                }
            );
        await said.SayAsync(Ivan, "one", "two");
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(bot.Services);

        await dispatcher.StartAsync(CancellationToken.None);
        await first.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await said.SayAsync(Anna, "other");
        await other.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var meanwhile = await said.RowsAsync();
        answered.SetResult();
        await dispatcher.StopAsync(CancellationToken.None);

        Assert.Equal([OutboxState.Sending, OutboxState.Pending], meanwhile.Take(2).Select(r => r.State));

        static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A leader was paused in the middle of taking it, and its commit went through when another one led already.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_taken_to_be_sent_and_is_sent_by_nobody_is_sent_after_all(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var heard = new SemaphoreSlim(0);
        var said = new Sayings(bot)
        {
            Answer = _ =>
            {
                heard.Release();
                return null;
            },
        };
        using var dispatcher = ActivatorUtilities.CreateInstance<OutboxDispatcher>(bot.Services);
        await dispatcher.StartAsync(CancellationToken.None);
        await said.SayAsync(Ivan, "one");
        await heard.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await said.SayTakenAsync(Ivan, "two");
        bot.Clock.Advance(TimeSpan.FromSeconds(59));
        await said.SayAsync(Ivan, "three");
        await heard.WaitAsync(Patience, TestContext.Current.CancellationToken);
        bot.Clock.Advance(TimeSpan.FromSeconds(31));
        using var enough = new CancellationTokenSource(Patience);
        while (!await heard.WaitAsync(TimeSpan.FromMilliseconds(20), enough.Token))
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await dispatcher.StopAsync(CancellationToken.None);

        Assert.Equal(["one", "three", "two"], said.To(Ivan));
    }

    /// <summary>Another process takes the lead over while this one looks what is due.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Loops_that_stop_with_the_lead_are_not_missed(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        using var outboxLead = new LostAtTheLook();
        using var webhooksLead = new LostAtTheLook();
        using var outbox = ActivatorUtilities.CreateInstance<OutboxDispatcher>(bot.Services, outboxLead);
        using var webhooks = ActivatorUtilities.CreateInstance<WebhookDispatcher>(bot.Services, webhooksLead);

        await outbox.StartAsync(CancellationToken.None);
        await webhooks.StartAsync(CancellationToken.None);
        await outboxLead.FollowsAsync();
        await webhooksLead.FollowsAsync();
        var beating = bot.Services.GetRequiredService<Pulse>().Ages();
        await outbox.StopAsync(CancellationToken.None);
        await webhooks.StopAsync(CancellationToken.None);

        Assert.Empty(beating);
    }
}
