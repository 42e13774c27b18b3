using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Up to 100 at once; those that are gone already are passed over.</summary>
internal sealed class DeleteMessages : WorldMethod
{
    private const int MostIds = 100;

    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Deleting.Chat(call, draft);
        var given = call.Parameters.Json("message_ids", "can't parse message identifiers JSON object");
        if (given is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            throw Refusal.BadRequest("message identifiers are not specified");
        }

        if (list.GetArrayLength() > MostIds)
        {
            throw Refusal.BadRequest("too many message identifiers specified");
        }

        foreach (var id in list.EnumerateArray().Select(item => Parameters.ToLong(item.ToString())))
        {
            if (draft.View.Message(chat.Id, (int)id) is { } message)
            {
                Deleting.Delete(call, draft, chat, message);
            }
        }

        return Answer.True;
    }
}
