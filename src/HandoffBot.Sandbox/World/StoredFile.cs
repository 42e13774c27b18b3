namespace HandoffBot.Sandbox.World;

internal sealed record StoredFile(string Id, string UniqueId, string Name, string MimeType, byte[] Bytes)
{
    public bool IsPhoto { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public string Path => $"{(IsPhoto ? "photos" : "documents")}/{UniqueId}{System.IO.Path.GetExtension(Name)}";
}
