using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>A team's settings, a button to change each, and who changed what last.</summary>
internal sealed class ShowSettings(HandoffDb db, OtherTeams others, TimeProvider clock) : IDelivery
{
    private static readonly TeamSetting[] Order =
    [
        TeamSetting.Locale,
        TeamSetting.Hours,
        TeamSetting.Holidays,
        TeamSetting.Ladder,
        TeamSetting.AfterClaim,
        TeamSetting.Capacity,
        TeamSetting.Handing,
        TeamSetting.Repeats,
        TeamSetting.Masking,
        TeamSetting.Webhook,
    ];

    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var (words, now) = (team.Words(), clock.GetUtcNow());
        var last = await (
            from change in db.TeamChanges.AsNoTracking()
            where change.Team == id
            join person in db.People on change.By equals person.Id
            orderby change.Seq descending
            select new { change, person.Name }
        ).FirstOrDefaultAsync(cancellationToken);
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Team == id, cancellationToken);
        var settings = Order;
        var lines = new List<Line?> { Line.Bold(words.Say("Team.SettingsOf", team.Name)) };
        var shown = settings.Where(s => s is not TeamSetting.Webhook || webhook is not null);
        lines.AddRange(shown.Select(s => (Line?)$"{words[$"Team.Set{s}"]}: {Text(s)}"));
        lines.Add(
            last is null
                ? null
                : words.Say(
                    "Team.SetLast",
                    last.Name,
                    words.Time(last.change.At, now),
                    words[$"Team.Set{last.change.What}"],
                    last.change.Before
                )
        );
        var buttons = settings
            .Where(s => s is not TeamSetting.AfterClaim)
            .Select(s => SettingsButton.Of(s, team))
            .Append(ChangesButton.Of(words["Team.Changes"], id))
            .Chunk(2);
        var message = ChatMessage.Of([.. lines]).With([.. buttons]);
        message = await others.MarkAsync(message, row.To, team, cancellationToken, "settings");
        return new Speech.Say(message, MessageRole.Other, 0);

        string Text(TeamSetting what) =>
            what is TeamSetting.Webhook ? WebhookText.Short(webhook, words) : TeamSettingText.Of(what, team, now);
    }
}
