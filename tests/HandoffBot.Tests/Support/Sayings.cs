using HandoffBot.Chat;
using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Support;

/// <summary>What a bot says to chats that answer as a test wants; every call counts, also one that was refused.</summary>
internal sealed class Sayings
{
    private readonly TestBot bot;
    private int sayings;

    public Sayings(TestBot bot)
    {
        this.bot = bot;
        bot.Chat.Setup(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (ChatAddress to, ChatMessage message, CancellationToken _) =>
                {
                    Calls.Add((to.ChatId, message.PlainText, bot.Clock.GetUtcNow()));
                    Addresses.Add(to);
                    return Answer(to.ChatId) ?? new SendOutcome.Sent(1000 + Calls.Count);
                }
            );
    }

    /// <summary>How a chat answers; null: it takes the message.</summary>
    public Func<long, SendOutcome?> Answer { get; set; } = _ => null;

    public List<(long Chat, string Text, DateTimeOffset At)> Calls { get; } = [];

    /// <summary>Where each of the calls went, with its topic.</summary>
    public List<ChatAddress> Addresses { get; } = [];

    public IEnumerable<string> To(long chat) => Calls.Where(c => c.Chat == chat).Select(c => c.Text);

    /// <summary>Puts texts into the outbox.</summary>
    public Task SayAsync(long chat, params string[] texts) => SayAsync(chat, OutboxPriority.Card, texts);

    public Task SayAsync(long chat, OutboxPriority priority, params string[] texts) =>
        SayAsync(new ChatAddress(chat), priority, texts);

    public Task SayAsync(ChatAddress to, OutboxPriority priority, params string[] texts) =>
        bot.CommitAsync(async scope =>
        {
            foreach (var text in texts)
            {
                var intent = new Intent(nameof(EchoName), to, $"test:{++sayings}", priority, new Echo(text));
                scope.Db.Say(intent, bot.Clock.GetUtcNow());
            }

            await scope.Db.SaveChangesAsync();
        });

    /// <summary>Puts a text into the outbox that another process took to send in the same commit.</summary>
    public Task SayTakenAsync(long chat, string text) =>
        bot.CommitAsync(async scope =>
        {
            var now = bot.Clock.GetUtcNow();
            var row = OutboxMessage.Of(
                new Intent(
                    nameof(EchoName),
                    new ChatAddress(chat),
                    $"test:{++sayings}",
                    OutboxPriority.Card,
                    new Echo(text)
                ),
                now
            );
            row.Lease(now);
            scope.Db.Outbox.Add(row);
            await scope.Db.SaveChangesAsync();
        });

    public Task<List<OutboxMessage>> RowsAsync() =>
        bot.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(o => o.Seq).ToListAsync());

    internal sealed record Echo(string Text);

    /// <summary>Says what it was given.</summary>
    internal sealed class EchoName : IDelivery
    {
        public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
            Task.FromResult<Speech>(new Speech.Say(ChatMessage.Of(row.Read<Echo>().Text), MessageRole.Other, 0));
    }
}
