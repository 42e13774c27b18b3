using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Looks whether somebody was forgotten whose traces are still in the file.</summary>
internal sealed class SweepTraces(HandoffDb rows, CleanFile file) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!rows.Database.IsSqlite())
        {
            return;
        }

        var newest = await rows.Forgotten.MaxAsync(m => (DateTimeOffset?)m.At, cancellationToken);
        if (newest is { } at)
        {
            await file.CleanAsync(await rows.Forgotten.CountAsync(cancellationToken), at, cancellationToken);
        }
    }
}
