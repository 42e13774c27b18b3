using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>Somebody's thumb for the stories: finds the newest message with a button and presses it.</summary>
internal sealed class Hands(Session session)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

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

    /// <summary>The newest message of a chat that says this and carries this button.</summary>
    public Message? Find(long chatId, string button, string? saying = null) =>
        World
            .View.Messages(chatId)
            .LastOrDefault(m =>
                (saying is null || m.Text?.Contains(saying, StringComparison.Ordinal) == true)
                && m.Buttons.Any(b => IsOne(b, button))
            );

    /// <summary>Waits for such a message and presses; false when none came.</summary>
    public async Task<bool> PressAsync(Person person, long chatId, string button, string? saying = null)
    {
        if (!await SeeAsync(_ => Find(chatId, button, saying) is not null))
        {
            return false;
        }

        if (Find(chatId, button, saying) is not { } message)
        {
            return false;
        }

        var data = message.Buttons.First(b => IsOne(b, button)).CallbackData!;
        var press = World.PressData(person.Id, chatId, message.Id, data);
        return await SeeAsync(v => v.Presses.GetValueOrDefault(press.Id)?.Answer is not null);
    }

    private static bool IsOne(Button button, string text) => button.CallbackData is not null && button.Text == text;
}
