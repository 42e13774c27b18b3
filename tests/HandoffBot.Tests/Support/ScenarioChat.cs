using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Support;

/// <summary>A chat as people see it.</summary>
internal class ScenarioChat(Scenario scenario, long id)
{
    /// <summary>Real time a story waits for what should come at once; long, since machines are busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public long Id => id;

    public IEnumerable<Message> Messages => scenario.World.View.Messages(id);

    /// <summary>The bot's newest message that says all of this, waited for; with these buttons, if any are named.</summary>
    public Task<Message> ExpectMessage(params string[] says) => Expect(m => Says(m, says), string.Join(" + ", says));

    public async Task<Message> Expect(Func<Message, bool> wanted, string what)
    {
        try
        {
            var view = await scenario.World.WaitForAsync(seen => Find(seen) is not null, Patience);
            return Find(view)!;
        }
        catch (TimeoutException)
        {
            var stands = string.Join("\n---\n", Messages.Where(IsBots).Select(m => m.Text));
            throw new TimeoutException($"Not said: {what}. What stands there:\n{stands}");
        }

        Message? Find(WorldView view) => view.Messages(id).LastOrDefault(m => IsBots(m) && wanted(m));
    }

    /// <summary>Waits until this message looks so.</summary>
    public Task<Message> ExpectTurned(Message message, params string[] says) =>
        Expect(m => m.Id == message.Id && Says(m, says), $"message {message.Id} turned to {string.Join(" + ", says)}");

    public Task<Message> ExpectReplyTo(Message message, params string[] says) =>
        Expect(m => m.ReplyTo == message.Id && Says(m, says), $"reply with {string.Join(" + ", says)}");

    /// <summary>Waits until this message has just these buttons.</summary>
    public Task<Message> ExpectButtons(Message message, params string[] buttons) =>
        Expect(m => m.Id == message.Id && Buttons(m).SequenceEqual(buttons), $"buttons {string.Join(", ", buttons)}");

    public async Task ExpectReaction(Message message, string emoji) =>
        await scenario.World.WaitForAsync(
            view => view.Message(message.ChatId, message.Id)!.Reactions.ContainsValue(emoji),
            Patience
        );

    public bool HasMessage(params string[] says) => Messages.Any(m => IsBots(m) && Says(m, says));

    public static string[] Buttons(Message message) => [.. message.Buttons.Select(b => b.Text)];

    protected Scenario Story => scenario;

    private static bool Says(Message message, string[] says)
    {
        var plain = Plain(message.Text);
        return Array.TrueForAll(says, s => plain.Contains(Plain(s), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Without the marks that only guard how a text is shown.</summary>
    public static string Plain(string? text) =>
        (text ?? "").Replace("\u2068", "").Replace("\u2069", "").Replace('\u00A0', ' ');

    private bool IsBots(Message message) =>
        message.Author.UserId is { } author && scenario.World.View.Bots.ContainsKey(author)
        || (message.Author.SenderChatId == id && message.Author.UserId is null);
}
