using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>The sources of a team, each with its last lead, and a button for a new one.</summary>
internal sealed class ShowSources(HandoffDb db, OtherTeams others, TimeProvider clock) : IDelivery
{
    /// <summary>Two in a row, four rows; the fifth makes a new one.</summary>
    private const int Most = 8;

    private const int LongestLabel = 13;

    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var sources = await db
            .Sources.AsNoTracking()
            .Where(s => s.Team == id)
            .Select(s => new
            {
                s.Id,
                s.Name,
                LastAt = db.Inquiries.Where(i => i.SourceId == s.Id).Max(i => (DateTimeOffset?)i.ReceivedAt),
            })
            .ToListAsync(cancellationToken);
        var shown = sources.OrderByDescending(s => s.LastAt).ThenByDescending(s => s.Id).Take(Most).ToList();

        var words = team.Words();
        var lines = shown.Select(s =>
            (Line)
                words.Say(
                    s.LastAt is null ? "Intake.SourceLineQuiet" : "Intake.SourceLine",
                    OutsideText.Isolate(s.Name),
                    s.LastAt is { } at ? words.Time(at, clock.GetUtcNow()) : ""
                )
        );
        var buttons = shown
            .Select(s => SourceButton.Of(OutsideText.Cut(s.Name, LongestLabel), SourceButton.Choice.Show, s.Id))
            .Chunk(2)
            .Append([SourceButton.Of(words["Intake.SourceNew"], SourceButton.Choice.NewSource)]);
        var hint = words[shown.Count == 0 ? "Intake.SourcesNone" : "Intake.SourcesHint"];
        var message = ChatMessage
            .Of([Line.Bold(words.Say("Intake.Sources", sources.Count)), .. lines, hint])
            .With([.. buttons]);
        message = await others.MarkAsync(message, row.To, team, cancellationToken, ListSources.Name);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
