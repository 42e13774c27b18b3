using HandoffBot.Backups;
using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Backups;

/// <summary>What a restored backup brought may have been said since: it goes out by its own word only.</summary>
public sealed class HeldAfterRestoreTests
{
    private static readonly ChatAddress Sales = new(-1001);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public Task Restored_messages_do_not_return_with_their_chat(StorageProvider provider) =>
        OnlyTheOtherGoesOutAsync(provider, Sales.ChatId, (scope, _) => Setbacks.ReturnedAsync(scope.Db, Sales, Token));

    [Theory, ClassData(typeof(BothDatabases))]
    public Task Restored_messages_do_not_go_out_because_their_group_moved(StorageProvider provider) =>
        OnlyTheOtherGoesOutAsync(provider, -2001, (scope, _) => GroupMove.FollowAsync(scope.Db, -1001, -2001, Token));

    [Theory, ClassData(typeof(BothDatabases))]
    public Task Restored_messages_do_not_go_out_because_another_chat_serves(StorageProvider provider) =>
        OnlyTheOtherGoesOutAsync(
            provider,
            -2001,
            async (scope, team) =>
            {
                var chat = scope.Db.Chats.Add(new TeamChat { ChatId = -2001, Title = "New" }).Entity;
                await scope.Get<GiveChat>().GiveAsync(chat, team, ChatKind.Sales, Token);
            }
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Released_beside_the_bot_they_go_out(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var sayings = await HoldAsync(bot);

        await using var scope = bot.Services.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<ReleaseRestored>().HandleAsync(Token);
        await bot.DispatchDueAsync();

        Assert.Equal(1, count);
        Assert.Equal(["restored"], sayings.To(Sales.ChatId));
    }

    private static async Task OnlyTheOtherGoesOutAsync(
        StorageProvider provider,
        long where,
        Func<WorkScope, TeamId, Task> happens
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();
        var sayings = await HoldAsync(bot);

        await bot.CommitAsync(async scope =>
        {
            await happens(scope, team);
            await scope.Db.SaveChangesAsync(Token);
        });
        await bot.DispatchDueAsync();

        // A new sales chat is told what it is.
        var old = sayings.To(where).Where(t => !t.StartsWith("Сюда приходят лиды", StringComparison.Ordinal));
        Assert.Equal(["held"], old);
    }

    private static async Task<Sayings> HoldAsync(TestBot bot)
    {
        var sayings = new Sayings(bot);
        await sayings.SayAsync(Sales.ChatId, "restored", "held");
        await bot.CommitAsync(async scope =>
        {
            var rows = await scope.Db.Outbox.OrderBy(o => o.Seq).ToListAsync(Token);
            rows[0].Hold(OutboxMessage.Restored);
            rows[1].Hold("kicked");
            await scope.Db.SaveChangesAsync(Token);
        });
        return sayings;
    }
}
