using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>Somebody's thumb for the stories: finds the newest message with a button and presses it.</summary>
internal sealed class Hands(Session session)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private TelegramWorld World => session.World;

    /// <summary>Whether it came within a few seconds; a story goes on without it.</summary>
    public async Task<bool> SeeAsync(Func<WorldView, bool> wanted)
    {
        try
        {
            await World.WaitForAsync(wanted, Patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The newest message of a chat that says this and carries one of these buttons.</summary>
    public Message? Find(long chatId, string[] buttons, string? saying = null) =>
        World
            .View.Messages(chatId)
            .LastOrDefault(m =>
                (saying is null || m.Text?.Contains(saying, StringComparison.Ordinal) == true)
                && m.Buttons.Any(b => IsOne(b, buttons))
            );

    /// <summary>Waits for such a message and presses; false when none came.</summary>
    public async Task<bool> PressAsync(Person person, long chatId, string[] buttons, string? saying = null)
    {
        if (!await SeeAsync(_ => Find(chatId, buttons, saying) is not null))
        {
            return false;
        }

        if (Find(chatId, buttons, saying) is not { } message)
        {
            return false;
        }

        var button = message.Buttons.First(b => IsOne(b, buttons));
        var press = World.PressData(person.Id, chatId, message.Id, button.CallbackData!);
        return await SeeAsync(v => v.Presses.GetValueOrDefault(press.Id)?.Answer is not null);
    }

    private static bool IsOne(Button button, string[] texts) =>
        button.CallbackData is not null && texts.Contains(button.Text, StringComparer.Ordinal);
}
