using HandoffBot.Domain.Team;
using HandoffBot.Persistence;

namespace HandoffBot.Forgetting;

/// <summary>Forgets people. Runs in the writer's transaction; the list by which a restore does it again is on the disk before that.</summary>
internal sealed class ForgetPerson(HandoffDb db, ForgettingPlaces places, TimeProvider clock)
{
    public async Task<ForgetOutcome> HandleAsync(
        IReadOnlyList<PersonLeads> people,
        PersonId? by,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        try
        {
            Remember(people, now);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return new ForgetOutcome.NotKept(ex.Message);
        }

        await new Erasure(db).EraseAsync([.. people.SelectMany(p => p.Leads)], by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new ForgetOutcome.Done();
    }

    private void Remember(IReadOnlyList<PersonLeads> people, DateTimeOffset now)
    {
        // As the database and the list keep it.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var key = ForgettingKey.ReadOrMake(places.Key);
        var marks = people
            .SelectMany(p => p.Keys)
            .Select(key.MarkOf)
            .Distinct()
            .Select(m => new ForgottenMark { Hmac = m, At = at })
            .ToList();
        db.Forgotten.AddRange(marks);
        if (!db.IsRehearsal)
        {
            // Before the commit: a line too many forgets again what was to be forgotten, one too few would bring somebody back.
            ForgottenLog.Append(places.List, key.Name, marks);
        }
    }
}
