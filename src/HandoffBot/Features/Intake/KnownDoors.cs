using System.Collections.Concurrent;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>
/// Which keys and forms there are, so that strangers cost no look into the database: all are read at most once a second. Who was let
/// in is known for as long.
/// </summary>
internal sealed class KnownDoors(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>The newest sources; beyond them a sender is known once it has been let in.</summary>
    private const int MostSources = 10_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1);
    private readonly ConcurrentDictionary<string, (Door Door, long At)> opened = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, long> doors = new(StringComparer.Ordinal);
    private volatile bool hasRead;
    private long? triedAt;

    /// <summary>The source behind a key's hash or a form's key; null: as of the last second there is none.</summary>
    public async Task<long?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!doors.ContainsKey(name))
        {
            await ReadOnceAsync(cancellationToken);
        }

        return doors.TryGetValue(name, out var source) ? source : null;
    }

    /// <summary>What stood behind a key's hash or a form's key within the last second; null: look.</summary>
    public Door? Recent(string name) =>
        opened.TryGetValue(name, out var last) && clock.GetElapsedTime(last.At) < Fresh ? last.Door : null;

    public void Learn(string name, Door door)
    {
        doors[name] = door.Source.Id;
        opened[name] = (door, clock.GetTimestamp());
    }

    /// <summary>It was changed in this process: nobody is let in as before.</summary>
    public void Forget(Source source)
    {
        foreach (var name in new[] { source.KeyHash, source.OldKeyHash, source.FormKey }.OfType<string>())
        {
            opened.TryRemove(name, out _);
        }
    }

    public void Forget(string name)
    {
        doors.TryRemove(name, out _);
        opened.TryRemove(name, out _);
    }

    public void Dispose() => one.Dispose();

    private async Task ReadOnceAsync(CancellationToken cancellationToken)
    {
        // Until something was read everybody would look like a stranger: those wait. Later nobody waits behind a slow read.
        if (!await one.WaitAsync(hasRead ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
        {
            return;
        }

        try
        {
            if (triedAt is not { } at || clock.GetElapsedTime(at) >= Fresh)
            {
                await TryAsync(cancellationToken);
            }
        }
        finally
        {
            one.Release();
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            doors = await ReadAsync(cancellationToken);
            hasRead = true;
        }
        finally
        {
            // Its end counts, or those who waited behind a read that failed would each wait for one more.
            triedAt = clock.GetTimestamp();
        }
    }

    private async Task<ConcurrentDictionary<string, long>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sources = await scope
            .ServiceProvider.GetRequiredService<HandoffDb>()
            .Sources.AsNoTracking()
            .OrderByDescending(s => s.Id)
            .Take(MostSources)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var read = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var name in source.Names(now))
            {
                read[name] = source.Id;
            }
        }

        return read;
    }
}
