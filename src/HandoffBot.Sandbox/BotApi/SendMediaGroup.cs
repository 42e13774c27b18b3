using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffBot.Sandbox.BotApi.Files;
using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>An album: counts as many messages as it has items and takes no keyboard.</summary>
internal sealed class SendMediaGroup : LimitedMethod
{
    private const int MostItems = 10;

    protected override Answer Do(BotCall call, Draft draft)
    {
        var media = Items(call)
            .Select(item =>
                Media.Read(call, draft, item, "can't parse InputMedia: type \"{0}\" can't be used in sendMediaGroup")
            )
            .ToList();
        Check(media);
        var needs = media[0].Kind == "photo" ? Permissions.Photos : Permissions.Documents;
        var destination = Destination.Of(call, draft, needs);
        media.ForEach(item => Texts.CheckCaption(item.Caption, isEdit: false));
        var album = $"{destination.Chat.LastMessageId + 1}{Math.Abs(destination.Chat.Id)}";
        var sent = media.Select(item =>
            destination.Send(call, draft, message => item.Into(message with { AlbumId = album, Markup = null }))
        );
        return new Answer(new JsonArray([.. sent.ToList().Select(message => MessageJson.Of(draft.View, message))]));
    }

    protected override int Weight(BotCall call) => Math.Clamp(Items(call).Count, 1, MostItems);

    private static List<JsonElement> Items(BotCall call) =>
        call.Parameters.Json("media", "can't parse media JSON object") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray()]
            : throw Refusal.BadRequest("parameter \"media\" is required");

    private static void Check(List<Media> media)
    {
        if (media.Count > MostItems)
        {
            throw Refusal.BadRequest("too many messages to send as an album");
        }

        if (media.Count == 0)
        {
            throw Refusal.BadRequest("there are no messages to send");
        }

        if (media.Select(item => item.Kind).Distinct().Count() > 1)
        {
            throw Refusal.BadRequest("document can't be mixed with other media types");
        }
    }
}
