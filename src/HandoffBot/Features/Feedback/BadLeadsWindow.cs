using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Feedback;

/// <summary>The bad leads of one report: closed after <paramref name="From"/>, at <paramref name="To"/> or before.</summary>
internal sealed record BadLeadsWindow(int Team, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Where nothing was reported yet, older ones are history.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public TeamId TeamId => new(Team);

    /// <summary>An hour, if nothing was missed before it.</summary>
    public bool IsOneHour => To - From <= TimeSpan.FromHours(1);

    /// <summary>The last full hour on the team's wall whose leads can no longer be taken back.</summary>
    public static DateTimeOffset LastHour(DateTimeOffset at, TimeZoneInfo zone)
    {
        var settled = at - Lead.UndoWithin;
        return settled - TimeSpan.FromTicks(WallClock.Local(settled, zone).Ticks % TimeSpan.TicksPerHour);
    }

    /// <param name="reportedAt">When the last report was made, if there was one.</param>
    public static BadLeadsWindow Of(SalesTeam team, DateTimeOffset now, DateTimeOffset? reportedAt)
    {
        var to = LastHour(now, team.Zone);
        var oldest = team.CreatedAt > to - Longest ? team.CreatedAt : to - Longest;
        return new(team.Id.Value, reportedAt is { } last ? LastHour(last, team.Zone) : oldest, to);
    }
}
