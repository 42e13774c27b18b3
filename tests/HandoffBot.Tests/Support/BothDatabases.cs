using HandoffBot.Persistence;

namespace HandoffBot.Tests.Support;

/// <summary>What a test on both databases takes its cases from: <c>[Theory, ClassData(typeof(BothDatabases))]</c>.</summary>
public sealed class BothDatabases : TheoryData<StorageProvider>
{
    public BothDatabases()
    {
        Add(StorageProvider.Sqlite);
        Add(StorageProvider.Postgres);
    }
}
