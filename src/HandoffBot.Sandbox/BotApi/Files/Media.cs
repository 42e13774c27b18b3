using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Files;

/// <summary>An item of an album, or what takes a message's place: a photo or a document with its caption.</summary>
internal sealed record Media(string Kind, StoredFile File, FormattedText Caption)
{
    private static readonly string[] Kinds = ["photo", "document"];

    public static Media Read(BotCall call, Draft draft, JsonElement item, string refusal)
    {
        var kind = JsonRead.Text(item, "type");
        if (!Kinds.Contains(kind))
        {
            throw Refusal.BadRequest(string.Format(CultureInfo.InvariantCulture, refusal, kind));
        }

        var value = JsonRead.Text(item, "media");
        if (value.Length == 0)
        {
            throw Refusal.BadRequest("can't parse InputMedia: media not found");
        }

        var entities = item.TryGetProperty("caption_entities", out var given) ? given : (JsonElement?)null;
        return new Media(
            kind,
            kind == "photo" ? FileReader.Photo(call, value) : FileReader.Document(call, value),
            Texts.Read(draft, JsonRead.Text(item, "caption"), JsonRead.Text(item, "parse_mode"), entities)
        );
    }

    public Message Into(Message message) =>
        message with
        {
            Photo = Kind == "photo" ? File : null,
            Document = Kind == "document" ? File : null,
            Text = Caption.Text.Length == 0 ? null : Caption.Text,
            Entities = Caption.Entities,
        };
}
