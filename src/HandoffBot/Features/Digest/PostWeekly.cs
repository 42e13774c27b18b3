using HandoffBot.Chat;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Digest;

/// <summary>The weekly summary in the marketing chat: a picture and its caption, reckoned when it is sent.</summary>
internal sealed partial class PostWeekly(
    HandoffDb db,
    LeadFactsQuery leads,
    TimeProvider clock,
    ILogger<PostWeekly> logger
) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<DigestOf>();
        var digest = await Digest(db, given).AsNoTracking().SingleAsync(cancellationToken);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == given.TeamId, cancellationToken);
        var due = DigestDue.WeeklyOn(given.On, team.Zone);
        var week = due.PeriodAsOf(clock.GetUtcNow());
        var facts = await leads.SinceAsync(team.Id, week.Previous().Start, cancellationToken);
        var figures = WeeklyFigures.From(facts, week, new ClaimSla(team.Rhythm.Hours, team.Ladder.Sla));
        if (figures.IsEmpty)
        {
            return Speech.Nothing("empty week");
        }

        var began = await leads.BeganOnAsync(team, cancellationToken);
        DateOnly? since = began > week.First ? began : null;
        var words = team.Words();
        var lines = WeeklyText.Lines(figures, words, since);
        var picture = Draw(figures, team, since, digest.FileId);
        var message = DigestMessage.Of(lines, due, digest.MadeAt, words) with { Picture = picture };
        return new Speech.Say(message, picture is null ? MessageRole.Other : MessageRole.Picture, 0);
    }

    public async Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb marks,
        CancellationToken cancellationToken
    )
    {
        if (fileId is not null)
        {
            (await Digest(marks, row.Read<DigestOf>()).SingleAsync(cancellationToken)).FileId = fileId;
        }
    }

    private Picture? Draw(WeeklyFigures figures, SalesTeam team, DateOnly? since, string? fileId)
    {
        var png = WeeklyPicture.Draw(WeeklyLayout.Of(figures, team.Name, team.Words(), since));
        if (png is null)
        {
            Log.NoFont(logger);
            return null;
        }

        return new Picture(png, "weekly.png", fileId);
    }

    private static IQueryable<SentDigest> Digest(HandoffDb rows, DigestOf which) =>
        rows.Digests.Where(d =>
            d.Team == which.TeamId && d.Kind == DigestKind.Weekly && d.LocalDate == which.On && d.Slot == 0
        );

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "No font with Russian letters was found: the weekly summary goes out without its picture. Install DejaVu Sans."
        )]
        public static partial void NoFont(ILogger logger);
    }
}
