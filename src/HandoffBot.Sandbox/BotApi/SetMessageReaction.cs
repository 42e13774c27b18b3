using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>A bot puts at most one reaction; an empty list takes it away.</summary>
internal sealed class SetMessageReaction : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var given = call.Parameters.Json("reaction", "can't parse reaction types JSON object");
        var reactions = given is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        var chat = Access.ToWrite(call, draft);
        var message =
            chat.Messages.GetValueOrDefault(call.Parameters.Int("message_id"))
            ?? throw Refusal.BadRequest("message to react not found");
        if (reactions.Count > 1)
        {
            throw Refusal.BadRequest("REACTIONS_TOO_MANY");
        }

        if (reactions.Count == 0)
        {
            draft.Replace(message with { Reactions = message.Reactions.Remove(call.Bot.Id) });
            return Answer.True;
        }

        var emoji = JsonRead.Text(reactions[0], "emoji").Replace("\uFE0F", "", StringComparison.Ordinal);
        if (JsonRead.Text(reactions[0], "type") != "emoji" || !Emoji.Reactions.Contains(emoji))
        {
            throw Refusal.BadRequest("REACTION_INVALID");
        }

        draft.Replace(message with { Reactions = message.Reactions.SetItem(call.Bot.Id, emoji) });
        return Answer.True;
    }
}
