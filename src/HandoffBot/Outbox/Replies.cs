using HandoffBot.Chat;
using HandoffBot.Persistence;

namespace HandoffBot.Outbox;

/// <summary>Answers to what somebody wrote, put into the outbox in the transaction that acts on it.</summary>
internal sealed class Replies(HandoffDb db, Callers callers, TimeProvider clock)
{
    private (UpdateKey Of, int Count) said;

    /// <summary>Has a delivery answer where the update came from.</summary>
    public void Answer(Incoming update, string delivery, object? arguments = null, ChatAddress? to = null)
    {
        // Counted for each update anew: several share one transaction.
        said = (update.Key, said.Of == update.Key ? said.Count + 1 : 1);
        var origin = OriginOf(update, said.Count.ToString(CultureInfo.InvariantCulture));
        var intent = new Intent(delivery, to ?? update.Place.Address, origin, OutboxPriority.Answer, arguments);
        db.Say(intent, clock.GetUtcNow());
    }

    /// <summary>A question in private was answered: its buttons go, after all that is said in answer. In groups edits are too dear.</summary>
    public void Settle(Incoming update, ChatAddress place, SettleQuestion.Arguments question)
    {
        if (place.IsPrivate)
        {
            var origin = OriginOf(update, $"settle.{question.Dialogue}");
            var intent = new Intent(nameof(SettleQuestion), place, origin, OutboxPriority.Refresh, question);
            db.Say(intent, clock.GetUtcNow());
        }
    }

    /// <summary>The origin of something said because of an update.</summary>
    public static string OriginOf(Incoming update, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{HandoffDb.UpdateOrigin}{update.Key.BotId}:{update.Key.UpdateId}:{what}"
        );

    /// <summary>Answers with a text of the resource files, in the words of the caller's team.</summary>
    public async Task SayAsync(
        Incoming update,
        string key,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> values
    )
    {
        var caller = await callers.FindAsync(update, cancellationToken);
        var text = new SayText.Arguments(key, values, caller?.Team.Id.Value, update.From?.LanguageCode);
        Answer(update, nameof(SayText), text);
    }

    /// <summary>A refusal: what was asked in a group is answered in private where the person can be reached.</summary>
    public async Task RefuseAsync(
        Incoming update,
        string key,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> values
    )
    {
        var caller = await callers.FindAsync(update, cancellationToken);
        var text = new SayText.Arguments(key, values, caller?.Team.Id.Value, update.From?.LanguageCode);
        var reachable = caller?.Person.IsReachable == true;
        Answer(update, nameof(SayText), text, reachable ? ChatAddress.Private(caller!.Id.Value) : null);
    }
}
