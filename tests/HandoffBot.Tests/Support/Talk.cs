using HandoffBot.Chat;
using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Support;

/// <summary>People who write to a bot and press its buttons, and all that it says to them.</summary>
internal sealed class Talk
{
    private readonly TestBot bot;
    private readonly List<(ChatAddress To, ChatMessage Message, int Id)> said = [];
    private long updates;
    private string toast = "";

    public Talk(TestBot bot)
    {
        this.bot = bot;
        bot.Chat.Setup(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (ChatAddress to, ChatMessage message, CancellationToken _) =>
                {
                    said.Add((to, message, 100 + said.Count));
                    return new SendOutcome.Sent(said[^1].Id, message.Picture is null ? null : "file-of-picture");
                }
            );
        bot.Chat.Setup(c => c.EditAsync(It.IsAny<MessageRef>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (MessageRef standing, ChatMessage message, CancellationToken _) =>
                {
                    Edited.Add((standing, message));
                    return new SendOutcome.Sent();
                }
            );
        bot.Chat.Setup(c => c.PinAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((MessageRef _, CancellationToken _) => PinAnswer);
        bot.Chat.Setup(c =>
                c.AnswerPressAsync(It.IsAny<string>(), It.IsAny<PressAnswer>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (string _, PressAnswer answer, CancellationToken _) =>
                {
                    toast = answer.Text;
                    return new SendOutcome.Sent();
                }
            );
    }

    public SendOutcome PinAnswer { get; set; } = new SendOutcome.Sent();

    public List<(MessageRef Standing, ChatMessage Message)> Edited { get; } = [];

    /// <summary>All that was sent to a chat, oldest first.</summary>
    public IReadOnlyList<ChatMessage> To(long chat) => [.. said.Where(s => s.To.ChatId == chat).Select(s => s.Message)];

    public int IdOfLast(long chat) => said.Last(s => s.To.ChatId == chat).Id;

    public Task CommandAsync(long person, string name, long? chat = null, string argument = "") =>
        HearAsync(new CommandGiven(name, argument, 1, null) { Key = default, Place = Place(chat ?? person) }, person);

    public Task WriteAsync(long person, string text) =>
        HearAsync(new TextWritten(text, 1, null, false, null) { Key = default, Place = Place(person) }, person);

    /// <summary>Presses the button with that label under the last message of the chat that has one.</summary>
    /// <returns>The toast.</returns>
    public Task<string> PressAsync(long person, string label, long? chat = null)
    {
        var button = To(chat ?? person)
            .Reverse()
            .SelectMany(m => m.Keyboard.SelectMany(row => row))
            .OfType<PressButton>()
            .First(b => b.Label == label);
        return PressAsync(person, button.Press, chat);
    }

    public async Task<string> PressAsync(long person, ButtonPress press, long? chat = null, int message = 1)
    {
        toast = "";
        var pressed = new ButtonPressed("press", message, press) { Key = default, Place = Place(chat ?? person) };
        await HearAsync(pressed, person);
        return toast;
    }

    /// <summary>Says all that is due, as fast as the limits let it.</summary>
    public async Task SayAsync()
    {
        var queue = bot.Services.GetRequiredService<OutboxQueue>();
        var sender = bot.Services.GetRequiredService<OutboxSender>();
        while (await bot.ReadAsync(db => db.Outbox.AnyAsync(IsDue())))
        {
            var next = await queue.NextAsync([], 16, CancellationToken.None);
            foreach (var row in await queue.LeaseAsync(next.Ready, CancellationToken.None))
            {
                await sender.SendAsync(row, CancellationToken.None);
            }

            if (next.Ready.Count == 0)
            {
                bot.Clock.Advance(next.Wait);
            }
        }
    }

    private System.Linq.Expressions.Expression<Func<OutboxMessage, bool>> IsDue()
    {
        var now = bot.Clock.GetUtcNow();
        return o => o.State == OutboxState.Pending && o.DueAt <= now;
    }

    private async Task HearAsync(Incoming what, long person)
    {
        var update = what with
        {
            Key = new UpdateKey(424242, ++updates),
            From = new Sender(person, Name(person), null, "ru"),
        };
        await bot.Services.GetRequiredService<IUpdateSink>().HandleAsync(update, "{}", CancellationToken.None);
        await SayAsync();
    }

    private static string Name(long person) =>
        person switch
        {
            1 => "Olga",
            11 => "Ivan",
            12 => "Anna",
            _ => "Stranger",
        };

    private static Place Place(long chat) =>
        new(new ChatAddress(chat), chat > 0 ? PlaceKind.Private : PlaceKind.Supergroup, "");
}
