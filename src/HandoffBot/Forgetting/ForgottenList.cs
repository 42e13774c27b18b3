using HandoffBot.Backups;
using HandoffBot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Who has to be forgotten again after a restore: by the list beside the backups, and by that of the database that is replaced.</summary>
/// <param name="Gap">Why somebody might be missing from it, in words; null: it is whole.</param>
internal sealed record ForgottenList(IReadOnlyList<ForgottenMark> Marks, ForgettingKey? Key, string? Gap)
{
    /// <param name="present">The SQLite file that is replaced; null where there is none to be asked.</param>
    public static async Task<ForgottenList> ReadAsync(
        ForgettingPlaces places,
        string? present,
        CancellationToken cancellationToken
    )
    {
        var stored = present is null ? null : await StoredAsync(present, cancellationToken);
        try
        {
            var listed = ForgottenLog.Read(places.List);
            var key = ForgettingKey.Read(places.Key);
            var marks = (listed ?? []).Select(l => l.Mark).Union(stored ?? []).ToList();
            return new ForgottenList(marks, key, GapOf(places, listed, stored, key));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return new ForgottenList(stored ?? [], null, ex.Message);
        }
    }

    private static string? GapOf(
        ForgettingPlaces places,
        IReadOnlyList<ForgottenLog.Line>? listed,
        IReadOnlyList<ForgottenMark>? stored,
        ForgettingKey? key
    )
    {
        if (listed is null && stored is null)
        {
            return $"there is no {places.List}, and no database in place to be asked";
        }

        var isAny = listed is { Count: > 0 } || stored is { Count: > 0 };
        return isAny && key is null ? $"there is no key in {places.Key}"
            // It is made when the first is forgotten.
            : !isAny && stored is null && key is not null
                ? $"{places.List} names nobody, and there is a key in {places.Key}: somebody was forgotten, and the list of it is elsewhere"
            : listed?.FirstOrDefault(l => l.KeyName != key?.Name) is { } other
                ? $"{places.Key} is not the key {other.KeyName} that {places.List} was written with"
            : null;
    }

    /// <summary>Null when the file cannot be asked; none in a database from before people could be forgotten.</summary>
    private static async Task<IReadOnlyList<ForgottenMark>?> StoredAsync(
        string file,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            await using var db = SqliteHandoffDb.Over(SqliteFile.ConnectionString(file, SqliteOpenMode.ReadWrite));
            var known = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
            return !known.Any() ? null
                : known.Any(m => m.EndsWith("_Forgetting", StringComparison.Ordinal))
                    ? await db.Forgotten.AsNoTracking().ToListAsync(cancellationToken)
                : [];
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
