using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Moq;

namespace HandoffBot.Tests.Outbox;

/// <summary>How each answer of Telegram to a message is taken.</summary>
public sealed class AnswersTests
{
    private const long Sales = -1001;
    private const long Marketing = -1002;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Told_to_wait_a_chat_gets_nothing_sooner_and_in_order_while_others_go_on(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        var start = bot.Clock.GetUtcNow();
        await said.SayAsync(Sales, "one", "two", "three");
        said.Answer = chat => chat == Sales ? new SendOutcome.RetryAfter(TimeSpan.FromSeconds(17)) : null;
        await bot.DispatchDueAsync(TimeSpan.FromSeconds(2));
        said.Answer = _ => null;
        await said.SayAsync(Marketing, "other");

        await bot.DispatchDueAsync();
        await bot.DispatchDueAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(17));
        await bot.DispatchDueAsync();

        Assert.Equal(["one", "one", "two", "three"], said.To(Sales));
        Assert.All(
            said.Calls.Where(c => c.Chat == Sales).Skip(1),
            c => Assert.True(c.At - start >= TimeSpan.FromSeconds(18))
        );
        Assert.True(said.Calls.Single(c => c.Chat == Marketing).At - start < TimeSpan.FromSeconds(17));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refused_for_good_it_ends_and_stands_on_the_health_page(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Refused("Bad Request: never heard of") };
        await said.SayAsync(Sales, "one", "two");

        await bot.DispatchDueAsync();

        var health = bot.Services.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync(TestContext.Current.CancellationToken);
        var (why, count) = Assert.Single(report.Entries["outbox"].Data);
        Assert.Equal(("refused: EchoName: Bad Request: never heard of", 2L), (why, count));
        Assert.Equal(HealthStatus.Degraded, report.Entries["outbox"].Status);
        Assert.Equal(["one", "two"], said.To(Sales));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_pause_Telegram_asked_for_outlives_a_restart(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.RetryAfter(TimeSpan.FromSeconds(30)) };
        await said.SayAsync(Sales, "one", "two");
        await said.SayAsync(11, "in private");
        await bot.DispatchDueAsync(TimeSpan.FromSeconds(1));
        var limits = ActivatorUtilities.CreateInstance<SendLimits>(bot.Services);
        var reborn = ActivatorUtilities.CreateInstance<OutboxQueue>(bot.Services, limits);

        await reborn.TakeUpAsync(CancellationToken.None);

        Assert.InRange(limits.WaitFor(Sales, SendKind.Answer, isGroup: true).TotalSeconds, 28, 31);
        Assert.InRange(limits.WaitFor(11, SendKind.Answer, isGroup: false).TotalSeconds, 28, 31);
        Assert.Equal(TimeSpan.Zero, limits.WaitFor(12, SendKind.Answer, isGroup: false));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unanswered_it_tries_one_message_at_a_time_and_then_sends_the_most_urgent_first(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Unanswered("cut") };
        await said.SayAsync(Sales, OutboxPriority.Digest, "digest");
        await said.SayAsync(12, OutboxPriority.Card, "card");
        await said.SayAsync(11, OutboxPriority.Private, "contact");
        await bot.DispatchDueAsync(TimeSpan.FromSeconds(20));
        var whileCut = said.Calls.Count;
        said.Answer = _ => null;
        said.Calls.Clear();
        bot.Clock.Advance(TimeSpan.FromSeconds(5));

        await bot.DispatchDueAsync();

        Assert.InRange(whileCut, 4, 20);
        Assert.Equal(["contact", "card", "digest"], said.Calls.Select(c => c.Text));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_answer_lost_among_many_holds_up_only_its_own_chat(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        said.Answer = _ => said.Calls.Count == 1 ? new SendOutcome.Unanswered("500") : null;
        await said.SayAsync(11, OutboxPriority.Private, "lost", "behind it");
        await said.SayAsync(12, OutboxPriority.Card, "other");
        await said.SayAsync(Sales, OutboxPriority.Digest, "third");

        await bot.DispatchDueAsync(TimeSpan.FromMilliseconds(500));
        var meanwhile = said.Calls.Select(c => c.Text).ToList();
        await bot.DispatchDueAsync();

        Assert.Equal(["lost", "other", "third"], meanwhile);
        Assert.Equal(["lost", "lost", "behind it"], said.To(11));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_message_that_is_never_answered_does_not_keep_the_others_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = chat => chat == 11 ? new SendOutcome.Unanswered("500") : null };
        await said.SayAsync(11, OutboxPriority.Private, "poison");
        await said.SayAsync(Sales, "one", "two", "three");

        await bot.DispatchDueAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["one", "two", "three"], said.To(Sales));
        Assert.Equal(OutboxState.Pending, (await said.RowsAsync())[0].State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refused_token_stops_everything_for_a_minute_and_nothing_is_lost(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Unauthorized() };
        await said.SayAsync(Sales, "one", "two");
        await said.SayAsync(11, "three");
        await bot.DispatchDueAsync(TimeSpan.FromSeconds(55));
        var tried = said.Calls.Count;
        said.Answer = _ => null;
        said.Calls.Clear();

        await bot.DispatchDueAsync();

        Assert.InRange(tried, 1, 2);
        Assert.Equal(["one", "three", "two"], said.Calls.Select(c => c.Text).Order());
        Assert.All(await said.RowsAsync(), r => Assert.Equal(OutboxState.Sent, r.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_will_never_pass_ends_with_its_reason_and_the_next_one_goes(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        said.Answer = _ =>
            said.Calls.Count == 1 ? new SendOutcome.Refused("Bad Request: " + new string('x', 400)) : null;
        await said.SayAsync(Sales, "bad", "good");

        await bot.DispatchDueAsync();

        var rows = await said.RowsAsync();
        Assert.Equal(["bad", "good"], said.To(Sales));
        Assert.Equal([OutboxState.Ended, OutboxState.Sent], rows.Select(r => r.State));
        Assert.StartsWith("refused: EchoName: Bad Request", rows[0].Why, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Twenty_messages_follow_a_group_that_becomes_a_supergroup_once_each_and_in_order(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot);
        string[] texts = [.. Enumerable.Range(1, 20).Select(n => $"card {n:00}")];
        await said.SayAsync(Sales, texts);
        said.Answer = chat => chat == Sales && said.To(Sales).Count() > 7 ? new SendOutcome.Moved(-100777) : null;

        await bot.DispatchDueAsync();

        Assert.Equal(texts, said.To(Sales).Take(7).Concat(said.To(-100777)));
        Assert.All(await said.RowsAsync(), r => Assert.Equal(OutboxState.Sent, r.State));
        var home = await bot.ReadAsync(db => db.Chats.AsNoTracking().SingleAsync(c => c.ChatId == -100777));
        Assert.Equal(HandoffBot.Domain.Team.ChatKind.Sales, home.Kind);
        Assert.Equal(HandoffBot.Domain.Team.ChatState.Active, home.State);
        Assert.False(await bot.ReadAsync(db => db.Chats.AnyAsync(c => c.ChatId == -100777 && c.MovedTo != null)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_group_that_becomes_a_supergroup_keeps_its_name(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();

        await bot.CommitAsync(async scope =>
        {
            await GroupMove.FollowAsync(scope.Db, Sales, -100777, CancellationToken.None);
            await scope.Db.SaveChangesAsync();
        });

        var home = await bot.ReadAsync(db => db.Chats.AsNoTracking().SingleAsync(c => c.ChatId == -100777));
        Assert.Equal(("Sales", true), (home.Title, home.BotIsAdmin));
    }

    [Fact]
    public void What_is_said_follows_a_group_that_moved_and_what_is_done_to_an_old_message_does_not()
    {
        var (said, done) = (Leased(), Leased());

        GroupMove.Redirect(said, -100777, new Speech.Say(ChatMessage.Of("card"), MessageRole.Other, 0), TestBot.Monday);
        GroupMove.Redirect(done, -100777, new Speech.TakeButtons(new MessageRef(Sales, 3)), TestBot.Monday);

        Assert.Equal((OutboxState.Pending, -100777), (said.State, said.ChatId));
        Assert.Equal((OutboxState.Sent, Sales), (done.State, done.ChatId));

        static OutboxMessage Leased()
        {
            var intent = new Intent("Say", new ChatAddress(Sales), "test:1", OutboxPriority.Card);
            var row = OutboxMessage.Of(intent, TestBot.Monday);
            row.Lease(TestBot.Monday);
            return row;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_message_on_its_way_while_the_group_moved_stands_where_it_was_sent(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await new Sayings(bot).SayAsync(Sales, "card");
        bot.Chat.Setup(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .Returns(
                async (ChatAddress _, ChatMessage _, CancellationToken token) =>
                {
                    await bot.CommitAsync(async scope =>
                    {
                        await GroupMove.FollowAsync(scope.Db, Sales, -100777, token);
                        await scope.Db.SaveChangesAsync(token);
                    });
                    return new SendOutcome.Sent(3);
                }
            );

        await bot.DispatchDueAsync();

        var standing = await bot.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync());
        Assert.Equal((Sales, 3), (standing.ChatId, standing.MessageId));
    }
}
