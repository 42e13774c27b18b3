namespace HandoffBot.Sandbox.World;

internal sealed partial class TelegramWorld
{
    private const int PressesKept = 2000;

    /// <summary>Presses the button with this text, or whose text contains it.</summary>
    /// <exception cref="ArgumentException">The message has no such button.</exception>
    public Press Press(long personId, long chatId, int messageId, string buttonText)
    {
        var buttons = View.Message(chatId, messageId)?.Buttons.ToList() ?? [];
        var button =
            buttons.Find(b => b.Text == buttonText)
            ?? buttons.Find(b => b.Text.Contains(buttonText, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"No button '{buttonText}' among: {string.Join(", ", buttons.Select(b => b.Text))}."
            );
        return PressData(personId, chatId, messageId, button.CallbackData!);
    }

    /// <summary>Presses the button at this place, counted from 0 over all rows.</summary>
    public Press Press(long personId, long chatId, int messageId, int index) =>
        PressData(personId, chatId, messageId, View.Message(chatId, messageId)!.Buttons.ElementAt(index).CallbackData!);

    /// <summary>Sends any callback data under a message, as a forged client or an old keyboard may do.</summary>
    /// <exception cref="ArgumentException">There is no such person or chat; the message may be gone.</exception>
    public Press PressData(long personId, long chatId, int messageId, string data) =>
        Change(draft =>
        {
            _ = (draft.View.Person(personId), draft.View.Chat(chatId));
            var message = draft.View.Message(chatId, messageId);
            var number = draft.View.LastPress + 1;
            var press = new Press(PressId(personId, number), personId, chatId, messageId)
            {
                Data = data,
                At = draft.Now,
                BotId =
                    message?.Author.UserId is { } author && draft.View.Bots.ContainsKey(author)
                        ? author
                        : draft.View.Bots.Keys.Min(),
            };
            draft.Put(press, number, PressesKept);
            draft.Tell(press.BotId, UpdateKinds.CallbackQuery, new PressNotice(press, message));
            return press;
        });

    /// <summary>Waits, in real time, until the spinner of this press stops with an answer.</summary>
    public async Task<PressAnswer> WaitForAnswerAsync(Press press, TimeSpan timeout)
    {
        var view = await WaitForAsync(v => v.Presses.GetValueOrDefault(press.Id)?.Answer is not null, timeout);
        return view.Presses[press.Id].Answer!;
    }

    private static string PressId(long personId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{personId}{number:0000000}");
}
