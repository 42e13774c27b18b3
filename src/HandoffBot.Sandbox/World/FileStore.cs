using System.Collections.Concurrent;

namespace HandoffBot.Sandbox.World;

/// <summary>Every file ever sent, by its id and by its path.</summary>
internal sealed class FileStore
{
    /// <summary>Telegram promises an hour at least, and no more.</summary>
    private static readonly TimeSpan LinkLives = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, StoredFile> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredFile> _byPath = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _givenOutUntil = new(StringComparer.Ordinal);
    private int _count;

    public StoredFile AddPhoto(string name, byte[] bytes, int width, int height)
    {
        var id = NextId("AgACAgIAAx");
        return Keep(
            new StoredFile(id, "AQAD" + id[^8..], name, "image/png", bytes)
            {
                IsPhoto = true,
                Width = width,
                Height = height,
            }
        );
    }

    public StoredFile AddDocument(string name, string mimeType, byte[] bytes)
    {
        var id = NextId("BQACAgIAAx");
        return Keep(new StoredFile(id, "AgAD" + id[^8..], name, mimeType, bytes));
    }

    public StoredFile? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>From here on the file can be fetched by its path for an hour.</summary>
    public void GiveOut(StoredFile file, DateTimeOffset now) => _givenOutUntil[file.Path] = now + LinkLives;

    public StoredFile? ByPath(string path, DateTimeOffset now) =>
        _givenOutUntil.GetValueOrDefault(path) >= now ? _byPath.GetValueOrDefault(path) : null;

    private string NextId(string prefix) => $"{prefix}{Interlocked.Increment(ref _count):x8}";

    private StoredFile Keep(StoredFile file)
    {
        _byId[file.Id] = file;
        _byPath[file.Path] = file;
        return file;
    }
}
