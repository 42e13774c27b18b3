using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Outbox;

/// <summary>Between what was said and its being written down.</summary>
public sealed class WrittenDownTests
{
    private const long Sales = -1001;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_said_while_the_database_is_away_is_written_down_later_and_not_said_again(
        StorageProvider provider
    )
    {
        var away = new Away();
        await using var bot = await TestBot.StartAsync(
            provider,
            services => services.AddKeyedSingleton<IDelivery>(nameof(Away), away)
        );
        await bot.TeamAsync();
        var said = new Sayings(bot);
        await SayAsync(bot);

        await bot.DispatchDueAsync();

        Assert.Equal(["said"], said.To(Sales));
        Assert.Equal(0, away.Left);
        Assert.Equal(OutboxState.Sent, (await said.RowsAsync()).Single().State);
        Assert.Single(await bot.ReadAsync(db => db.Messages.ToListAsync()));
    }

    [Fact]
    public async Task That_it_cannot_be_written_down_is_logged_once()
    {
        using var lines = new LogLines();
        // The writer tries twice each time: three times it is not written down.
        var away = new Away { Left = 6 };
        await using var bot = await TestBot.StartAsync(
            StorageProvider.Sqlite,
            services => services.AddKeyedSingleton<IDelivery>(nameof(Away), away).AddSingleton<ILoggerProvider>(lines)
        );
        await bot.TeamAsync();
        _ = new Sayings(bot);
        await SayAsync(bot);

        await bot.DispatchDueAsync();

        Assert.Equal(0, away.Left);
        Assert.Single(lines.All, l => l.Contains("could not be written down", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_for_the_limits_ends_with_the_term_and_nothing_is_said()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        var said = new Sayings(bot);
        var row = OutboxMessage.Of(IntentOf(), bot.Clock.GetUtcNow());
        bot.Services.GetRequiredService<SendLimits>().Pause(Sales, TimeSpan.FromMinutes(1));
        using var term = new CancellationTokenSource();

        var call = bot
            .Services.GetRequiredService<PacedChat>()
            .CallAsync(row, c => c.SendAsync(row.To, ChatMessage.Of("said"), CancellationToken.None), term.Token);
        await term.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(said.Calls);
    }

    private static Intent IntentOf() => new(nameof(Away), new ChatAddress(Sales), "test:1", OutboxPriority.Card);

    private static Task SayAsync(TestBot bot) =>
        bot.CommitAsync(async scope =>
        {
            scope.Db.Say(IntentOf(), bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });

    /// <summary>The database is out of reach whenever it is to be written down that this was said, for a while.</summary>
    private sealed class Away : IDelivery
    {
        public int Left { get; set; } = 4;

        public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
            Task.FromResult<Speech>(new Speech.Say(ChatMessage.Of("said"), MessageRole.Other, 0));

        public Task SentAsync(
            OutboxMessage row,
            MessageRef message,
            string? fileId,
            HandoffDb db,
            CancellationToken cancellationToken
        ) => Left > 0 && Left-- > 0 ? throw new TimeoutException() : Task.CompletedTask;
    }
}
