using HandoffBot.Tests.Support;

[assembly: AssemblyFixture(typeof(MigratedDatabases))]

namespace HandoffBot.Tests.Support;

/// <summary>Takes away, after the last test, what the databases were copied from.</summary>
public sealed class MigratedDatabases : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await TestDatabase.ForgetMigratedAsync();
}
