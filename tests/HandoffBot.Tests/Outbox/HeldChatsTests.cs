using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Outbox;

/// <summary>Chats and people that take nothing for a while.</summary>
public sealed class HeldChatsTests
{
    private const long Sales = -1001;

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

    private static SendOutcome.Held? Kicked(long chat) =>
        chat == Sales ? new SendOutcome.Held(HeldReason.NotAMember, "bot was kicked") : null;
}
