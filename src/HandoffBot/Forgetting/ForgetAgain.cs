using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Forgets in a database that comes from a backup whoever was forgotten since; who asked anew after that stays.</summary>
internal static class ForgetAgain
{
    /// <summary>Tells how many leads lost their contact.</summary>
    public static async Task<int> HandleAsync(
        HandoffDb db,
        ForgottenList list,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await KeepAsync(db, list.Marks, cancellationToken);
        if (list.Key is not { } key || list.Marks.Count == 0)
        {
            return 0;
        }

        var last = list.Marks.GroupBy(m => m.Hmac).ToDictionary(g => g.Key, g => g.Max(m => m.At));
        var leads = db
            .Leads.AsNoTracking()
            .Where(l => l.Contact.ForgottenAt == null)
            .Select(l => new
            {
                l.Id,
                l.ReceivedAt,
                l.Contact,
            });
        var again = new List<LeadId>();
        await foreach (var lead in leads.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var isForgotten = lead.Contact.Keys().Select(key.MarkOf);
            if (isForgotten.Any(mark => last.TryGetValue(mark, out var at) && lead.ReceivedAt <= at))
            {
                again.Add(lead.Id);
            }
        }

        await EraseAsync(db, again, now, cancellationToken);
        return again.Count;
    }

    /// <summary>The list of the database that is replaced goes on in the one that comes.</summary>
    private static async Task KeepAsync(
        HandoffDb db,
        IReadOnlyList<ForgottenMark> marks,
        CancellationToken cancellationToken
    )
    {
        var known = await db.Forgotten.AsNoTracking().ToListAsync(cancellationToken);
        db.Forgotten.AddRange(marks.Except(known));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task EraseAsync(
        HandoffDb db,
        List<LeadId> again,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var leads = new List<Lead>();
        foreach (var some in again.Chunk(500))
        {
            leads.AddRange(
                await db.Leads.Include(l => l.Contact).Where(l => some.Contains(l.Id)).ToListAsync(cancellationToken)
            );
        }

        if (leads.Count > 0)
        {
            await new Erasure(db).EraseAsync(leads, by: null, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
