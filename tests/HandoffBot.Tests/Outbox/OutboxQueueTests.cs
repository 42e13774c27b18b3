using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

public sealed class OutboxQueueTests
{
    private const long Sales = -1001;

    private static readonly SendOutcome Unanswered = new SendOutcome.Unanswered("cut");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_due_in_a_moment_is_not_waited_for_longer(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await new Sayings(bot).SayAsync(Sales, "later", "even later");
        var soon = bot.Clock.GetUtcNow().AddMilliseconds(300);
        await bot.ReadAsync(db =>
            db.Outbox.ExecuteUpdateAsync(set =>
                set.SetProperty(o => o.DueAt, o => o.OnceKey.StartsWith("test:1:") ? soon : soon.AddMilliseconds(100))
            )
        );

        var next = await QueueOf(bot).NextAsync([], 16, CancellationToken.None);

        Assert.Empty(next.Ready);
        Assert.Equal(TimeSpan.FromMilliseconds(300), next.Wait);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_process_before_it_sent_within_the_last_minute_counts(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        await said.SayAsync(Sales, [.. Enumerable.Range(1, 20).Select(n => $"{n}")]);
        await bot.DispatchDueAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var limits = ActivatorUtilities.CreateInstance<SendLimits>(bot.Services);
        var before = limits.WaitFor(Sales, SendKind.Card, isGroup: true);

        await QueueOf(bot, limits).TakeUpAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.Zero, before);
        Assert.NotEqual(TimeSpan.Zero, limits.WaitFor(Sales, SendKind.Card, isGroup: true));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_pause_outlives_the_message_that_met_it(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.RetryAfter(TimeSpan.FromSeconds(30)) };
        await said.SayAsync(Sales, "one");
        await bot.DispatchDueAsync(TimeSpan.FromSeconds(1));
        await bot.ReadAsync(db =>
            db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Ended))
        );
        var limits = ActivatorUtilities.CreateInstance<SendLimits>(bot.Services);

        await QueueOf(bot, limits).TakeUpAsync(CancellationToken.None);

        Assert.InRange(limits.WaitFor(Sales, SendKind.Answer, isGroup: true).TotalSeconds, 28, 31);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task In_an_outage_one_message_tries_for_all(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        foreach (var person in new[] { 11, 12, 13 })
        {
            await said.SayAsync(person, "contact");
        }

        var outage = bot.Services.GetRequiredService<Outage>();
        Enumerable.Range(0, 3).ToList().ForEach(_ => outage.Failed(Unanswered, Sales));
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        var queue = QueueOf(bot);
        var first = await queue.NextAsync([], 16, CancellationToken.None);
        var beside = await queue.NextAsync([first.Ready.Single().ChatId], 15, CancellationToken.None);
        var isOver = (outage.Answered(), outage.Answered());
        var afterwards = await queue.NextAsync([], 16, CancellationToken.None);

        Assert.Empty(beside.Ready);
        Assert.Equal((true, false), isOver);
        Assert.Equal(3, afterwards.Ready.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_an_outage_put_off_goes_as_soon_as_it_is_over(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        await said.SayAsync(11, "put off");
        await said.SayAsync(12, "tries");
        var start = bot.Clock.GetUtcNow();
        await bot.ReadAsync(db =>
            db.Outbox.Where(o => o.ChatId == 11)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(o => o.DueAt, start.AddMinutes(1))
                        .SetProperty(o => o.Why, nameof(SendOutcome.Unanswered))
                )
        );
        var outage = bot.Services.GetRequiredService<Outage>();
        Enumerable.Range(0, 3).ToList().ForEach(_ => outage.Failed(Unanswered, Sales));

        await bot.DispatchDueAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["tries", "put off"], said.Calls.Select(c => c.Text));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_due_waits_as_long_as_the_limits_want_and_no_look_comes_before(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await new Sayings(bot).SayAsync(Sales, "one");
        bot.Services.GetRequiredService<SendLimits>().Pause(Sales, TimeSpan.FromMilliseconds(700));

        var next = await QueueOf(bot).NextAsync([], 16, CancellationToken.None);

        Assert.Empty(next.Ready);
        Assert.Equal(TimeSpan.FromMilliseconds(700), next.Wait);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_try_of_a_message_is_counted(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = _ => Unanswered };
        await said.SayAsync(Sales, "one");

        await bot.DispatchDueAsync(TimeSpan.FromSeconds(20));

        var row = await bot.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.True(said.Calls.Count > 1);
        Assert.Equal(said.Calls.Count, row.Attempts);
    }

    private static OutboxQueue QueueOf(TestBot bot, params object[] parts) =>
        ActivatorUtilities.CreateInstance<OutboxQueue>(bot.Services, parts);
}
