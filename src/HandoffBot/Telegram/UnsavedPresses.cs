using System.Collections.Concurrent;
using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Telegram;

/// <summary>Who presses while nothing can be saved, as on a full disk, is told so once; the press itself is tried again until it counts.</summary>
internal sealed partial class UnsavedPresses(IChat chat, ILogger<UnsavedPresses> logger)
{
    private readonly ConcurrentDictionary<UpdateKey, bool> told = new();

    /// <summary>Handles an update; what keeps it from being saved is thrown on.</summary>
    public async Task WatchAsync(Incoming update, Func<Task> handle)
    {
        try
        {
            await handle();
            told.TryRemove(update.Key, out _);
        }
        catch (Exception ex) when (StorageTrouble.Is(ex))
        {
            if (update is ButtonPressed pressed && told.TryAdd(update.Key, true))
            {
                // Not waited for: a slow way to the messenger must not hold up whoever comes next.
                _ = TellAsync(pressed);
            }

            throw;
        }
    }

    private async Task TellAsync(ButtonPressed pressed)
    {
        var words = WordingOf.Stranger(pressed.From?.LanguageCode);
        try
        {
            var answer = new PressAnswer(words["Common.NotSaved"], Alert: true);
            await chat.AnswerPressAsync(pressed.PressId, answer, CancellationToken.None);
        }
        catch (Exception ex)
        {
            Log.NotTold(logger, pressed.Key.UpdateId, ex);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Who pressed in update {UpdateId} could not be told that it was not saved.")]
        public static partial void NotTold(ILogger logger, long updateId, Exception exception);
    }
}
