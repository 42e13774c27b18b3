using HandoffBot.Persistence;
using HandoffBot.Verbs;

namespace HandoffBot.Checkup;

internal sealed class DatabaseCheck(Database database)
{
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pending = await database.PendingAsync(cancellationToken);
            return pending.Count == 0
                ? Finding.Well("Doctor.DatabaseWell")
                : Finding.Wrong("Doctor.DatabaseOld", pending.Count);
        }
        catch (Exception ex) when (Trouble.Of(ex) is { } trouble)
        {
            return Finding.Wrong("Doctor.DatabaseBroken", trouble.Lines[0]);
        }
    }
}
