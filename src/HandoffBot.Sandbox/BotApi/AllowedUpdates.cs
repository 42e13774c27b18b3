using System.Text.Json;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The parameter <c>allowed_updates</c>: absent keeps the setting, an empty list brings back the usual one.</summary>
internal static class AllowedUpdates
{
    public static void Apply(BotCall call)
    {
        var given = call.Parameters.Json("allowed_updates", "can't parse allowed updates JSON array");
        if (given is not { ValueKind: JsonValueKind.Array } list)
        {
            return;
        }

        var kinds = list.EnumerateArray().Select(kind => kind.ToString().ToLowerInvariant()).ToImmutableHashSet();
        call.World.QueueOf(call.Bot.Id).Allowed = kinds.Count == 0 ? null : kinds;
    }
}
