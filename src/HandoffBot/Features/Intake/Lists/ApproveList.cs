using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Somebody says that a list is to be taken in. From here on the bot does it alone.</summary>
internal sealed partial class ApproveList(HandoffDb db, ListBell bell, TimeProvider clock, ILogger<ApproveList> logger)
{
    public async Task<DialogueTurn> HandleAsync(
        Caller caller,
        LeadList list,
        bool withoutWrong,
        CancellationToken cancellationToken
    )
    {
        if (list.State is not ListState.Read)
        {
            return new DialogueTurn.Over("Common.QuestionOver");
        }

        if (await SameAsync(db, list, list.Hash!, cancellationToken) is { } same)
        {
            list.Refuse(clock.GetUtcNow());
            var told = await SameValuesAsync(db, same, caller.Words, cancellationToken);
            return new DialogueTurn.Over("Intake.ListSame", told);
        }

        var source = await SourceAsync(list, cancellationToken);
        if (list.Take(source.Id, withoutWrong, clock.GetUtcNow()) is ListOutcome.HasWrongRows)
        {
            return new DialogueTurn.Refuse("Intake.ListHasWrong");
        }

        await db.SaveChangesAsync(cancellationToken);
        db.OnceCommitted(bell.Ring);
        Log.Approved(logger, list.Id, caller.Id.Value, list.Good);
        return new DialogueTurn.Over("Intake.ListLoading", list.Good.ToString(CultureInfo.InvariantCulture));
    }

    public void Cancel(LeadList list)
    {
        list.Cancel(clock.GetUtcNow());
        db.OnceCommitted(bell.Ring);
    }

    /// <summary>The list of the same team that holds just these rows and was taken in, or is being taken in.</summary>
    public static Task<LeadList?> SameAsync(
        HandoffDb db,
        LeadList list,
        string hash,
        CancellationToken cancellationToken
    ) =>
        db
            .Lists.AsNoTracking()
            .Where(l => l.Team == list.Team && l.Hash == hash && l.Id != list.Id)
            .Where(l => l.State == ListState.Loading || l.State == ListState.Joining || l.State == ListState.Done)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Its source, when it came, and from whom.</summary>
    public static async Task<IReadOnlyList<string>> SameValuesAsync(
        HandoffDb db,
        LeadList same,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var by = await db
            .People.Where(p => p.Id == same.By)
            .Select(p => p.Name)
            .SingleOrDefaultAsync(cancellationToken);
        var day = words.Day(same.TakenAt!.Value);
        return [same.SourceName, $"{words.Date(day)} {words.Clock(same.TakenAt.Value)}", by ?? "?"];
    }

    private async Task<Source> SourceAsync(LeadList list, CancellationToken cancellationToken)
    {
        var name = list.SourceName;
        var known = await db.Sources.FirstOrDefaultAsync(s => s.Team == list.Team && s.Name == name, cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var source = new Source
        {
            Team = list.Team,
            Name = name,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellationToken);
        return source;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "List {List} is to be taken in, says {Person}: {Rows} rows.")]
        public static partial void Approved(ILogger logger, long list, long person, int rows);
    }
}
