using System.Diagnostics;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Hands a list over as a person does: sends the file, reads what is shown, says yes.</summary>
internal static class ListSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<(TimeSpan Took, Message Question)> SendAsync(
        Stage stage,
        long sender,
        string name,
        byte[] file,
        int rows
    )
    {
        var after = await LastAsync(stage, sender);
        var began = Stopwatch.GetTimestamp();
        await stage.Telegram.SendFileAsync(sender, name, file);
        var question = await SaidAsync(
            stage,
            sender,
            after,
            string.Create(CultureInfo.InvariantCulture, $": {rows:#,0} rows")
        );
        return (Stopwatch.GetElapsedTime(began), question);
    }

    public static async Task<TimeSpan> TakeInAsync(Stage stage, long sender, Message question)
    {
        var began = Stopwatch.GetTimestamp();
        await stage.Telegram.PressAsync([sender], sender, question.Id, "Take in");
        await SaidAsync(stage, sender, question.Id, "Done: ");
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task<int> LastAsync(Stage stage, long chat) =>
        (await stage.Telegram.MessagesAsync(chat, 0, TimeSpan.Zero)).LastOrDefault()?.Id ?? 0;

    private static async Task<Message> SaidAsync(Stage stage, long chat, int after, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var messages = await stage.Telegram.MessagesAsync(chat, after, TimeSpan.Zero);
            if (messages.FirstOrDefault(m => m.Text?.Contains(what, StringComparison.Ordinal) == true) is { } said)
            {
                return said;
            }

            stage.Bot.Running.MustRun();
            await Task.Delay(Look);
        }

        throw new TimeoutException($"Not said: {what}");
    }
}
