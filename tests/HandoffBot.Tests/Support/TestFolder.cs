namespace HandoffBot.Tests.Support;

/// <summary>An empty folder of one test's own, gone with it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("handoff").FullName;

    public IEnumerable<string> Names =>
        Directory.GetFileSystemEntries(Path).Select(f => System.IO.Path.GetFileName(f)).Order();

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
