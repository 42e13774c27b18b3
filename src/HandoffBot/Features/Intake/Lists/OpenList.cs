using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>A file becomes a list that is to be read; it takes the place of one of the same name that the same person was asked about.</summary>
internal sealed class OpenList(HandoffDb db, ListBell bell, TimeProvider clock)
{
    private const int LongestSource = 60;

    public async Task<LeadList> HandleAsync(
        PersonId by,
        TeamId team,
        ListDraft file,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var older = await db
            .Lists.Where(l => l.By == by && (l.State == ListState.Sent || l.State == ListState.Read))
            .Where(l => l.FileName == file.FileName)
            .ToListAsync(cancellationToken);
        older.ForEach(l => l.Cancel(now));
        var list = new LeadList
        {
            Team = team,
            By = by,
            FileId = file.FileId,
            FileName = file.FileName,
            Bytes = file.Bytes,
            CopyName = Guid.NewGuid().ToString("N"),
            SourceName = SourceOf(file.FileName),
            SentAt = now,
        };
        db.Lists.Add(list);
        await db.SaveChangesAsync(cancellationToken);
        db.OnceCommitted(bell.Ring);
        return list;
    }

    /// <summary>The file's name without its ending: <c>expo-2026.xlsx</c> is the source expo-2026.</summary>
    private static string SourceOf(string fileName) =>
        OutsideText.Line(Path.GetFileNameWithoutExtension(fileName), LongestSource) is { Length: > 0 } name
            ? name
            : OutsideText.Line(fileName, LongestSource);
}
