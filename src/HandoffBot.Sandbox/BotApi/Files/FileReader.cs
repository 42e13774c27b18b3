using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Files;

/// <summary>The file a parameter names: an upload, or the id of one that was sent before.</summary>
internal static class FileReader
{
    private const int LargestPhoto = 10 << 20;
    private const int LargestSide = 10_000;
    private const int LargestRatio = 20;

    public static StoredFile Photo(BotCall call, string value) => Read(call, value, "photo", AddPhoto);

    public static StoredFile Document(BotCall call, string value) => Read(call, value, "document", AddDocument);

    private static StoredFile Read(BotCall call, string value, string kind, Func<BotCall, Upload, StoredFile> add)
    {
        var upload = call.Parameters.Attached(value) ?? (value.Length == 0 ? call.Parameters.File(kind) : null);
        if (upload is not null)
        {
            return call.Kept(upload, () => add(call, upload));
        }

        if (value.Length == 0)
        {
            throw Refusal.BadRequest($"there is no {kind} in the request");
        }

        var file = call.World.Files.ById(value) ?? throw Refusal.BadRequest("wrong file identifier/HTTP URL specified");
        var isWanted = file.IsPhoto == (kind == "photo");
        return isWanted
            ? file
            : throw Refusal.BadRequest(
                file.IsPhoto ? "can't use file of type Photo as Document" : "can't use file of type Document as Photo"
            );
    }

    private static StoredFile AddPhoto(BotCall call, Upload upload)
    {
        if (upload.Bytes.Length > LargestPhoto)
        {
            throw Refusal.BadRequest(
                $"file of size {upload.Bytes.Length} bytes is too big for a photo; the maximum size is {LargestPhoto} bytes"
            );
        }

        var (width, height) = ImageSize.Of(upload.Bytes) ?? throw Refusal.BadRequest("IMAGE_PROCESS_FAILED");
        var isOdd = Math.Max(width, height) > LargestRatio * (long)Math.Min(width, height);
        return width < 1 || height < 1 || (long)width + height > LargestSide || isOdd
            ? throw Refusal.BadRequest("PHOTO_INVALID_DIMENSIONS")
            : call.World.Files.AddPhoto(upload.FileName, upload.Bytes, width, height);
    }

    private static StoredFile AddDocument(BotCall call, Upload upload)
    {
        if (upload.Bytes.Length == 0)
        {
            throw Refusal.BadRequest("file must be non-empty");
        }

        var extension = Path.GetExtension(upload.FileName).ToLowerInvariant();
        var type = extension switch
        {
            ".csv" => "text/csv",
            ".txt" => "text/plain",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".pdf" => "application/pdf",
            _ => "application/octet-stream",
        };
        return call.World.Files.AddDocument(upload.FileName, type, upload.Bytes);
    }
}
