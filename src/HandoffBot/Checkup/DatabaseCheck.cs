using System.Data.Common;
using HandoffBot.Persistence;
using HandoffBot.Verbs;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Checkup;

/// <summary>Whether the database can be read and is up to date; it is named, so that two bots can be told apart by theirs.</summary>
internal sealed class DatabaseCheck(Database database, DatabaseFile file, HandoffDb db)
{
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pending = await database.PendingAsync(cancellationToken);
            return pending.Count == 0
                ? Finding.Well("Doctor.DatabaseWell", file.Path ?? NameOf(db.Database.GetDbConnection()))
                : Finding.Wrong("Doctor.DatabaseOld", pending.Count);
        }
        catch (Exception ex) when (Trouble.Of(ex) is { } trouble)
        {
            return Finding.Wrong("Doctor.DatabaseBroken", trouble.Lines[0]);
        }
    }

    private static string NameOf(DbConnection server) => $"{server.DataSource}/{server.Database}";
}
