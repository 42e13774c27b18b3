using System.Text.Json;
using Telegram.Bot.Requests;

namespace HandoffBot.Telegram.Polling;

/// <summary>
/// getUpdates, each update left as it came: the library's own request reads all at once, and one update it cannot read would fail the
/// batch for ever.
/// </summary>
internal sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>Always stated: left out, Telegram keeps to what another program may have set. Membership of others needs it.</summary>
    public static readonly IReadOnlyList<string> Wanted =
    [
        "message",
        "edited_message",
        "channel_post",
        "callback_query",
        "my_chat_member",
        "chat_member",
    ];

    public required int Offset { get; init; }

    public int Limit { get; init; } = 100;

    public required int Timeout { get; init; }

    public IEnumerable<string> AllowedUpdates { get; } = Wanted;
}
