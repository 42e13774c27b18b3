using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

/// <summary>
/// Whatever goes over the outbox takes up the rows it is for and leaves all others as they were: those of each state, with each reason,
/// of two chats and a person, due long ago, just now and in an hour, taken to be sent never, long ago, just now and by a clock ahead.
/// </summary>
public sealed class EveryRowTests
{
    private const long Sales = -1001;
    private const long Marketing = -1002;
    private const long Ivan = 11;

    private static readonly DateTimeOffset Now = TestBot.Monday;
    private static readonly DateTimeOffset InAnHour = Now.AddHours(1);
    private static readonly DateTimeOffset LongAgo = Now.AddDays(-8);
    private static readonly DateTimeOffset TwoMinutesAgo = Now.AddMinutes(-2);
    private static readonly DateTimeOffset JustNow = Now.AddSeconds(-10);

    private static readonly string?[] Reasons =
    [
        null,
        Postponements.TooMany,
        nameof(SendOutcome.Unanswered),
        OutboxMessage.Restored,
        "kicked",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public Task Who_leads_anew_sends_again_what_was_being_sent(StorageProvider provider) =>
        OnlyAsync(
            provider,
            r => r.State is OutboxState.Sending,
            bot => QueueOf(bot).TakeUpAsync(Token),
            after => Assert.Equal(OutboxState.Pending, after.State)
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public Task What_nobody_sends_any_more_is_sent_unless_its_chat_is_just_being_sent_to(StorageProvider provider) =>
        OnlyAsync(
            provider,
            r => r.State is OutboxState.Sending && r.LeasedAt == TwoMinutesAgo && r.ChatId != Sales,
            bot => QueueOf(bot).FreeLeftAsync([Sales], Token),
            after => Assert.Equal(OutboxState.Pending, after.State)
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public Task An_outage_that_is_over_lets_go_what_waited_for_its_end(StorageProvider provider) =>
        OnlyAsync(
            provider,
            r => r.State is OutboxState.Pending && r.Why is nameof(SendOutcome.Unanswered) && r.DueAt == InAnHour,
            bot => bot.CommitAsync(scope => scope.Get<Postponements>().LetGoAsync(scope.Db, CancellationToken.None)),
            after => Assert.Equal(Now, after.DueAt)
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public Task A_chat_that_is_back_gets_what_was_held_for_it(StorageProvider provider) =>
        OnlyAsync(
            provider,
            r => r.State is OutboxState.Held && r.ChatId == Sales && r.Why is not OutboxMessage.Restored,
            bot =>
                bot.CommitAsync(async scope =>
                {
                    await Setbacks.ReturnedAsync(scope.Db, new ChatAddress(Sales), CancellationToken.None);
                    Assert.True(scope.Db.HasSpoken);
                    await scope.Db.SaveChangesAsync();
                }),
            after => Assert.Equal(OutboxState.Pending, after.State)
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public Task A_chat_that_takes_nothing_holds_what_waits_for_it(StorageProvider provider) =>
        OnlyAsync(
            provider,
            r => r.State is OutboxState.Pending && r.ChatId == Sales && r.Why is not OutboxMessage.Restored,
            bot =>
                bot.CommitAsync(async scope =>
                {
                    var chat = await scope.Db.Chats.SingleAsync(c => c.ChatId == Sales);
                    var setbacks = scope.Get<Setbacks>();
                    await setbacks.HoldAsync(scope.Db, chat, HeldReason.NoRight, "words", CancellationToken.None);
                    await scope.Db.SaveChangesAsync();
                }),
            after => Assert.Equal(OutboxState.Held, after.State)
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public Task What_waited_for_a_person_for_a_week_ends(StorageProvider provider) =>
        OnlyAsync(
            provider,
            r =>
                r.State is OutboxState.Held
                && r.DueAt == LongAgo
                && r.ChatId == Ivan
                && r.Why is not OutboxMessage.Restored,
            async bot =>
            {
                await using var scope = bot.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<EndLongWaits>().SweepAsync(Token);
            },
            after => Assert.Equal((OutboxState.Ended, EndLongWaits.Why), (after.State, after.Why))
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_sent_lately_counts_and_what_a_clock_ahead_sent_does_not(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);

        var sent = await bot.ReadAsync(db => QueueOf(bot).SentLatelyAsync(db, Token));

        Assert.All(sent, r => Assert.Equal(JustNow, r.LeasedAt));
        Assert.Equal(await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.LeasedAt == JustNow)), sent.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_pause_stands_as_long_as_a_message_or_a_chat_remembers_it(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Chats.SingleAsync(c => c.ChatId == Sales)).NotBeforeAt = Now.AddMinutes(1);
            (await scope.Db.Chats.SingleAsync(c => c.ChatId == Marketing)).NotBeforeAt = Now;
            await scope.Db.SaveChangesAsync();
        });

        var pauses = await bot.ReadAsync(db => PastPause.StandingAsync(db, Now, Token));

        Assert.Equal(
            [
                new PastPause(Marketing, InAnHour),
                new PastPause(Sales, Now.AddMinutes(1)),
                new PastPause(Sales, InAnHour),
                new PastPause(Ivan, InAnHour),
            ],
            pauses.Distinct().OrderBy(p => p.ChatId).ThenBy(p => p.Until)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_what_may_still_go_out_is_stuck_and_from_the_eighth_failure_on(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);
        await bot.ReadAsync(db =>
            db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(o => o.Failures, o => o.ChatId == Sales ? 7 : 8))
        );

        var stuck = await bot.ReadAsync(db => db.Outbox.Where(StuckMessages.AreStuck).ToListAsync(Token));

        Assert.Equal([OutboxState.Pending, OutboxState.Sending], stuck.Select(r => r.State).Distinct().Order());
        Assert.Equal([Marketing, Ivan], stuck.Select(r => r.ChatId).Distinct().Order());
    }

    private static async Task OnlyAsync(
        StorageProvider provider,
        Predicate<OutboxMessage> concerned,
        Func<TestBot, Task> act,
        Action<OutboxMessage> changed
    )
    {
        await using var bot = await StartAsync(provider);
        var before = await RowsAsync(bot);

        await act(bot);

        var after = await RowsAsync(bot);
        var others = before.Values.Where(r => Shown(after[r.Seq]) != Shown(r)).ToList();
        Assert.Equal(before.Values.Where(r => concerned(r)).Select(Shown), others.Select(Shown));
        Assert.NotEmpty(others);
        Assert.All(others, r => changed(after[r.Seq]));
    }

    private static Task<Dictionary<long, OutboxMessage>> RowsAsync(TestBot bot) =>
        bot.ReadAsync(db =>
            db.Outbox.AsNoTracking()
                .Where(o => o.Delivery == "Say")
                .OrderBy(o => o.Seq)
                .ToDictionaryAsync(o => o.Seq, Token)
        );

    private static string Shown(OutboxMessage r) =>
        $"{r.Seq} {r.State} {r.Why} {r.ChatId} {r.DueAt:u} {r.LeasedAt:u} {r.SentAt:u} {r.Attempts}";

    private static OutboxQueue QueueOf(TestBot bot) => bot.Services.GetRequiredService<OutboxQueue>();

    private static async Task<TestBot> StartAsync(StorageProvider provider)
    {
        var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            var every =
                from state in Enum.GetValues<OutboxState>()
                from why in Reasons
                from chat in new[] { Sales, Marketing, Ivan }
                from due in new[] { LongAgo, Now, InAnHour }
                from leased in new DateTimeOffset?[] { null, TwoMinutesAgo, JustNow, InAnHour }
                select (state, why, chat, due, leased);
            foreach (var ((state, why, chat, due, leased), number) in every.Select((row, number) => (row, number)))
            {
                var intent = new Intent("Say", new ChatAddress(chat), $"test:{number}", OutboxPriority.Card);
                var row = scope.Db.Outbox.Add(OutboxMessage.Of(intent, due));
                row.Property(o => o.State).CurrentValue = state;
                row.Property(o => o.Why).CurrentValue = why;
                row.Property(o => o.LeasedAt).CurrentValue = leased;
            }

            await scope.Db.SaveChangesAsync();
        });
        return bot;
    }
}
