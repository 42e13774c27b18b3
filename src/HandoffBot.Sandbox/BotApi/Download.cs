using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Gives out a file by the path that getFile told.</summary>
internal static class Download
{
    public static async Task WriteAsync(HttpContext http, TelegramWorld world, string path)
    {
        var file = world.Files.ByPath(path, world.Clock.GetUtcNow()) ?? throw new Refusal(404, "Not Found");
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = file.Bytes.Length;
        await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
    }
}
