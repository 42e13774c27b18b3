using System.Text.Json;
using HandoffBot.Chat;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace HandoffBot.Telegram.Polling;

/// <summary>One update: as it came, and as it was read. One that cannot be read is <see cref="Uninteresting"/> and says why.</summary>
internal sealed record Letter(string Payload, Incoming Incoming, DateTimeOffset? WrittenAt, string? Trouble = null)
{
    public UpdateKey Key => Incoming.Key;

    /// <summary>Presses of one person in one chat keep their order, and so does all else in a chat; the rest may overtake.</summary>
    public LaneKey Lane =>
        new(Incoming.Place.Address.ChatId, Incoming is ButtonPressed { From: { } person } ? person.Id : 0);

    public static Letter Open(string payload, BotIdentity me)
    {
        using var json = JsonDocument.Parse(payload);
        return Open(json.RootElement, me);
    }

    /// <exception cref="JsonException">Not even a number can be found.</exception>
    public static Letter Open(JsonElement raw, BotIdentity me)
    {
        if (
            raw.ValueKind != JsonValueKind.Object
            || !raw.TryGetProperty("update_id", out var number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out var id)
        )
        {
            throw new JsonException("An update without a number.");
        }

        var payload = raw.GetRawText();
        try
        {
            var update = raw.Deserialize<Update>(JsonBotAPI.Options) ?? throw new JsonException("An empty update.");
            return new(payload, UpdateReader.Read(update, me), update.Message?.Date ?? update.ChannelPost?.Date);
        }
        // Whatever the library or the reader stumbles over, the next update must get through.
        catch (Exception unreadable)
        {
            var nothing = UpdateReader.Nothing(new UpdateKey(me.Id, id));
            return new(payload, nothing, null, unreadable.GetType().Name);
        }
    }
}
