using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

/// <summary>Chats and people that take nothing for a while.</summary>
public sealed class HeldChatsTests
{
    private const long Sales = -1001;
    private const long Marketing = -1002;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_chat_that_takes_nothing_is_asked_once_and_gets_all_of_it_later(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot) { Answer = Kicked };
        await said.SayAsync(Sales, "one", "two");
        await bot.DispatchDueAsync();
        await said.SayAsync(Sales, "three", "four");
        await bot.DispatchDueAsync();
        var whileOut = said.To(Sales).ToList();
        said.Answer = _ => null;
        await bot.CommitAsync(async scope =>
        {
            await Setbacks.ReturnedAsync(scope.Db, new ChatAddress(Sales), CancellationToken.None);
            await scope.Db.SaveChangesAsync();
        });

        await bot.DispatchDueAsync();

        Assert.Equal(["one"], whileOut);
        Assert.Equal(["one", "one", "two", "three", "four"], said.To(Sales));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_admin_is_told_once_that_a_chat_is_lost(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            var installation = scope.Db.Installations.Single();
            installation.Appoint(new PersonId(1));
            await scope.Db.SaveChangesAsync();
        });
        var said = new Sayings(bot) { Answer = Kicked };
        await said.SayAsync(Sales, "one");
        await bot.DispatchDueAsync();
        await said.SayAsync(Sales, "two", "three");

        await bot.DispatchDueAsync();

        Assert.Single(said.To(1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_admin_is_not_told_again_at_each_try_of_the_same_trouble(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            scope.Db.Installations.Single().Appoint(new PersonId(1));
            await scope.Db.SaveChangesAsync();
        });
        var said = new Sayings(bot) { Answer = Kicked };
        await said.SayAsync(Sales, "one");
        await bot.DispatchDueAsync();
        await ReturnAsync();
        await bot.DispatchDueAsync();
        var aboutOneTrouble = said.To(1).Count();
        said.Answer = _ => null;
        await ReturnAsync();
        await bot.DispatchDueAsync();
        said.Answer = Kicked;
        await said.SayAsync(Sales, "two");

        await bot.DispatchDueAsync();

        Assert.Equal((1, 2), (aboutOneTrouble, said.To(1).Count()));

        Task ReturnAsync() =>
            bot.CommitAsync(async scope =>
            {
                bot.Clock.Advance(TimeSpan.FromMinutes(1));
                await Setbacks.ReturnedAsync(scope.Db, new ChatAddress(Sales), CancellationToken.None);
                await scope.Db.SaveChangesAsync();
            });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_blocked_the_bot_is_not_tried_again(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot)
        {
            Answer = chat => chat == 11 ? new SendOutcome.Held(HeldReason.Unreachable, "blocked by the user") : null,
        };
        await said.SayAsync(11, "one", "two");
        await said.SayAsync(12, "other");

        await bot.DispatchDueAsync();

        Assert.Equal(["one"], said.To(11));
        Assert.Equal(["other"], said.To(12));
        Assert.Equal(
            [OutboxState.Ended, OutboxState.Ended, OutboxState.Sent],
            (await said.RowsAsync()).Select(r => r.State)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_somebody_who_blocked_the_bot_must_not_miss_goes_to_the_sales_chat_instead(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(
            provider,
            services => services.AddKeyedScoped<IDelivery, Urgent>(nameof(Urgent))
        );
        var team = new OfTeam((await bot.TeamAsync()).Value);
        var said = new Sayings(bot)
        {
            Answer = chat => chat == 11 ? new SendOutcome.Held(HeldReason.Unreachable, "blocked by the user") : null,
        };
        await bot.CommitAsync(scope =>
        {
            var intent = new Intent(nameof(Urgent), ChatAddress.Private(11), "test:1", OutboxPriority.Private, team);
            scope.Db.Say(intent, bot.Clock.GetUtcNow());
            return scope.Db.SaveChangesAsync();
        });

        await bot.DispatchDueAsync();

        Assert.Equal([11, Sales], said.Calls.Select(c => c.Chat));
        Assert.Equal(OutboxState.Sent, (await said.RowsAsync()).Single().State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_a_sales_chat_what_must_not_be_missed_waits_for_the_person(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(
            provider,
            services => services.AddKeyedScoped<IDelivery, Urgent>(nameof(Urgent))
        );
        var team = new OfTeam((await bot.TeamAsync()).Value);
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Held(HeldReason.Unreachable, "blocked") };
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Chats.SingleAsync(c => c.ChatId == Sales)).Lose();
            var intent = new Intent(nameof(Urgent), ChatAddress.Private(11), "test:1", OutboxPriority.Private, team);
            scope.Db.Say(intent, bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });

        await bot.DispatchDueAsync();

        Assert.Equal([11], said.Calls.Select(c => c.Chat));
        Assert.Equal(OutboxState.Held, (await said.RowsAsync()).Single().State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_trouble_of_a_chat_that_is_held_already_is_not_told(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            scope.Db.Installations.Single().Appoint(new PersonId(1));
            await scope.Db.SaveChangesAsync();
        });
        var said = new Sayings(bot) { Answer = Kicked };
        await said.SayAsync(Sales, "one");
        await bot.DispatchDueAsync();

        await bot.CommitAsync(async scope =>
        {
            var sales = await scope.Db.Chats.SingleAsync(c => c.ChatId == Sales);
            var setbacks = bot.Services.GetRequiredService<Setbacks>();
            await setbacks.HoldAsync(scope.Db, sales, HeldReason.NoRight, "no right", CancellationToken.None);
            await scope.Db.SaveChangesAsync();
        });
        await bot.DispatchDueAsync();

        Assert.Single(said.To(1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_is_written_there_brings_a_held_chat_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var town = new Town(bot);
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Held(HeldReason.NoRight, "not enough rights") };
        await said.SayAsync(Sales, "card", "another");
        await said.SayAsync(Marketing, "summary");
        await bot.DispatchDueAsync();
        said.Answer = _ => null;
        said.Calls.Clear();

        await town.WriteAsync(11, Town.Group(Sales), "is anybody here?");
        await bot.DispatchDueAsync();
        var afterOne = said.Calls.Select(c => c.Text).ToList();
        // A post in a channel names nobody.
        await town.WriteAsync(null, Town.Channel(Marketing), "a post");
        await bot.DispatchDueAsync();

        Assert.Equal(["card", "another"], afterOne);
        Assert.Equal(["summary"], said.To(Marketing));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_right_given_back_brings_a_held_chat_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var town = new Town(bot);
        var said = new Sayings(bot);
        await town.PlaceBotAsync(1, Town.Channel(Marketing), Town.Full with { CanPost = false }, wasMember: true);
        await said.SayAsync(Marketing, "summary");
        await bot.DispatchDueAsync();
        var whileMute = said.To(Marketing).ToList();

        await town.PlaceBotAsync(1, Town.Channel(Marketing), Town.Full, wasMember: true);
        await bot.DispatchDueAsync();

        Assert.Empty(whileMute);
        Assert.Equal(["summary"], said.To(Marketing));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_for_a_closed_topic_never_goes_to_General_and_goes_out_when_it_is_open_again(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var town = new Town(bot);
        var topic = await TopicAsync(bot);
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Held(HeldReason.TopicLost, "TOPIC_CLOSED") };
        await said.SayAsync(topic, OutboxPriority.Card, "one", "two");
        await bot.DispatchDueAsync();
        said.Answer = _ => null;

        await town.WriteAsync(11, Town.Group(topic.ChatId), "in General");
        await town.PlaceBotAsync(1, Town.Group(-1009), Town.Full, wasMember: true);
        await bot.DispatchDueAsync(TimeSpan.FromMinutes(10));
        var whileClosed = said.Calls.Select(c => c.Text).ToList();
        await town.WriteAsync(11, Town.Group(topic.ChatId, topic.ThreadId), "in the topic");
        await bot.DispatchDueAsync();

        Assert.Equal(["one"], whileClosed);
        Assert.Equal(["one", "one", "two"], said.To(topic.ChatId));
        Assert.All(said.Addresses, a => Assert.Equal(topic, a));
    }

    /// <summary>The sales chat is a topic of a forum.</summary>
    private static async Task<ChatAddress> TopicAsync(TestBot bot)
    {
        var topic = new ChatAddress(-1003, 7);
        await bot.CommitAsync(async scope =>
        {
            var sales = await scope.Db.Chats.SingleAsync(c => c.ChatId == Sales);
            var team = sales.Team!.Value;
            sales.Lose();
            await scope.Db.SaveChangesAsync();
            var chat = new TeamChat
            {
                ChatId = topic.ChatId,
                ThreadId = topic.ThreadId,
                Title = "Sales",
            };
            chat.Serve(team, ChatKind.Sales);
            scope.Db.Chats.Add(chat);
            await scope.Db.SaveChangesAsync();
        });
        return topic;
    }

    private static SendOutcome.Held? Kicked(long chat) =>
        chat == Sales ? new SendOutcome.Held(HeldReason.NotAMember, "bot was kicked") : null;

    private sealed class Urgent : IDelivery
    {
        public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

        public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
            Task.FromResult<Speech>(new Speech.Say(ChatMessage.Of("now"), MessageRole.Other, 0));
    }
}
