using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Outbox;

public sealed class RedrawTests
{
    private static readonly MessageRef Standing = new(-1001, 77);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_would_look_the_same_is_not_drawn_again(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(
            provider,
            services => services.AddKeyedScoped<IDelivery, Draw>(nameof(Draw))
        );
        await bot.TeamAsync();
        var drawn = new List<string>();
        bot.Chat.Setup(c => c.EditAsync(Standing, It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>()))
            .Callback((MessageRef _, ChatMessage message, CancellationToken _) => drawn.Add(message.PlainText))
            .ReturnsAsync(new SendOutcome.Sent());
        await bot.CommitAsync(scope =>
        {
            scope.Db.Messages.Add(
                new SentMessage
                {
                    ChatId = Standing.ChatId,
                    MessageId = Standing.MessageId,
                    SentAt = TestBot.Monday,
                }
            );
            return scope.Db.SaveChangesAsync();
        });

        foreach (var (number, look) in new[] { "new", "taken", "taken", "won" }.Index())
        {
            await DrawAsync(bot, number, look);
        }

        Assert.Equal(["new", "taken", "won"], drawn);
    }

    private static async Task DrawAsync(TestBot bot, int number, string look)
    {
        await bot.CommitAsync(scope =>
        {
            var to = new ChatAddress(Standing.ChatId);
            var intent = new Intent(nameof(Draw), to, $"test:{number}", OutboxPriority.Turn, new Look(look));
            scope.Db.Say(intent, bot.Clock.GetUtcNow());
            return scope.Db.SaveChangesAsync();
        });
        await bot.DispatchDueAsync();
    }

    private sealed record Look(string Text);

    private sealed class Draw : IDelivery
    {
        public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
            Task.FromResult<Speech>(
                new Speech.Redraw([new Redrawing(Standing, ChatMessage.Of(row.Read<Look>().Text))])
            );
    }
}
