using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Keeps who changed which setting, and lets the clocks of open leads follow it.</summary>
internal sealed class NoteTeamChange(HandoffDb db, TimeProvider clock)
{
    private static readonly TeamSetting[] Clocks =
    [
        TeamSetting.Locale,
        TeamSetting.Hours,
        TeamSetting.Holidays,
        TeamSetting.Ladder,
        TeamSetting.AfterClaim,
    ];

    public async Task NoteAsync(
        SalesTeam team,
        PersonId by,
        TeamSetting what,
        string before,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var after = TeamSettingText.Of(what, team, now);
        if (after == before)
        {
            return;
        }

        db.TeamChanges.Add(
            new TeamChange
            {
                Team = team.Id,
                At = now,
                By = by,
                What = what,
                Before = before,
                After = after,
            }
        );
        if (Clocks.Contains(what))
        {
            var open = await db
                .Leads.Where(l => l.Team == team.Id && l.NextStepAt != null)
                .ToListAsync(cancellationToken);
            open.ForEach(l => l.Retime(team.Rhythm));
        }
    }
}
