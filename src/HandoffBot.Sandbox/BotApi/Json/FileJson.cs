using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class FileJson
{
    public static JsonArray Photo(StoredFile file) =>
        [
            new JsonObject
            {
                ["file_id"] = file.Id,
                ["file_unique_id"] = file.UniqueId,
                ["file_size"] = file.Bytes.Length,
                ["width"] = file.Width,
                ["height"] = file.Height,
            },
        ];

    public static JsonObject Document(StoredFile file) =>
        new()
        {
            ["file_name"] = file.Name,
            ["mime_type"] = file.MimeType,
            ["file_id"] = file.Id,
            ["file_unique_id"] = file.UniqueId,
            ["file_size"] = file.Bytes.Length,
        };

    public static JsonObject File(StoredFile file) =>
        new()
        {
            ["file_id"] = file.Id,
            ["file_unique_id"] = file.UniqueId,
            ["file_size"] = file.Bytes.Length,
            ["file_path"] = file.Path,
        };
}
