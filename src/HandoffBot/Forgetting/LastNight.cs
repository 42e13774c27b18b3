using HandoffBot.Backups;
using Microsoft.Extensions.Options;

namespace HandoffBot.Forgetting;

/// <summary>The hour of the night when the machine is free for more than the day allows: that of the backup.</summary>
internal sealed class LastNight(IOptions<BackupOptions> backups, TimeProvider clock)
{
    /// <summary>When it came last.</summary>
    public DateTimeOffset CameAt
    {
        get
        {
            var now = clock.GetLocalNow();
            var tonight = now.Date + backups.Value.At.ToTimeSpan();
            var last = tonight <= now.DateTime ? tonight : tonight.AddDays(-1);
            return new DateTimeOffset(last, clock.LocalTimeZone.GetUtcOffset(last));
        }
    }
}
