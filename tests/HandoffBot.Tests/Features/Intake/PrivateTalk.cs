using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Features.Intake;

/// <summary>One person's private chat with the bot: what they do, and what they then see.</summary>
internal sealed class PrivateTalk
{
    private readonly TestBot bot;
    private readonly long person;
    private int count;

    public PrivateTalk(TestBot bot, long person)
    {
        (this.bot, this.person) = (bot, person);
        bot.Chat.Setup(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .Callback((ChatAddress _, ChatMessage message, CancellationToken _) => Seen.Add(message))
            .ReturnsAsync(() => new SendOutcome.Sent(++count));
        bot.Chat.Setup(c =>
                c.AnswerPressAsync(It.IsAny<string>(), It.IsAny<PressAnswer>(), It.IsAny<CancellationToken>())
            )
            .Callback((string _, PressAnswer answer, CancellationToken _) => Toast = answer.Text)
            .ReturnsAsync(() => new SendOutcome.Sent());
        bot.Chat.Setup(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new SendOutcome.Sent());
    }

    /// <summary>All messages, oldest first.</summary>
    public List<ChatMessage> Seen { get; } = [];

    public ChatMessage Last => Seen[^1];

    public string? Toast { get; private set; }

    public IEnumerable<string> Buttons => Last.Keyboard.SelectMany(row => row).Select(b => b.Label);

    public Task CommandAsync(string name, string argument = "") =>
        DoAsync(
            (key, place, from) =>
                new CommandGiven(name, argument, ++count, null)
                {
                    Key = key,
                    Place = place,
                    From = from,
                }
        );

    public Task WriteAsync(string text) =>
        DoAsync(
            (key, place, from) =>
                new TextWritten(text, ++count, null, false, null)
                {
                    Key = key,
                    Place = place,
                    From = from,
                }
        );

    /// <summary>Sends a file as such.</summary>
    public Task SendAsync(SentDocument file, string caption = "") =>
        DoAsync(
            (key, place, from) =>
                new TextWritten(caption, ++count, null, false, file.Id)
                {
                    Key = key,
                    Place = place,
                    From = from,
                    Document = file,
                }
        );

    public Task PressAsync(string label)
    {
        var buttons = Seen.SelectMany(m => m.Keyboard).SelectMany(row => row).OfType<PressButton>();
        return PressAsync(buttons.Last(b => b.Label == label).Press);
    }

    public Task PressAsync(ButtonPress press) =>
        DoAsync(
            (key, place, from) =>
                new ButtonPressed("p", 1, press)
                {
                    Key = key,
                    Place = place,
                    From = from,
                }
        );

    /// <summary>Sends what is due in this chat.</summary>
    public async Task DeliverAsync()
    {
        var now = bot.Clock.GetUtcNow();
        var due = await bot.ReadAsync(db =>
            db.Outbox.AsNoTracking()
                .Where(o => o.ChatId == person && o.State == OutboxState.Pending && o.DueAt <= now)
                .OrderBy(o => o.Seq)
                .ToListAsync()
        );
        var queue = bot.Services.GetRequiredService<OutboxQueue>();
        foreach (var row in await queue.LeaseAsync(due, CancellationToken.None))
        {
            await bot.Services.GetRequiredService<OutboxSender>().SendAsync(row, CancellationToken.None);
        }
    }

    private async Task DoAsync(Func<UpdateKey, Place, Sender, Incoming> update)
    {
        // Nobody writes faster than the limits of a private chat let the bot answer.
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        var place = new Place(ChatAddress.Private(person), PlaceKind.Private, "");
        var incoming = update(
            new UpdateKey(1, (person * 1000) + ++count),
            place,
            new Sender(person, "Somebody", null, "ru")
        );
        await bot.Services.GetRequiredService<IUpdateSink>().HandleAsync(incoming, "{}", CancellationToken.None);
        await DeliverAsync();
    }
}
