using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Forgets the contacts of leads closed long ago, a few at each tick of the night; leads and claims go in between.</summary>
internal sealed partial class SweepClosedContacts(
    CommitWriter writer,
    HandoffDb rows,
    RetentionNight night,
    ILogger<SweepClosedContacts> logger
) : ISweep
{
    public const int AtOnce = 25;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!night.IsDue)
        {
            return;
        }

        var before = night.ClosedBefore;
        var old = await rows
            .Leads.Where(l => l.ClosedAt < before && l.Contact.ForgottenAt == null)
            .OrderBy(l => l.Id)
            .Select(l => l.Id)
            .Skip(night.Kept)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            night.End();
            return;
        }

        var people = await writer.CommitAsync(
            (scope, token) => ForgetAsync(scope, old, before, token),
            cancellationToken
        );
        if (people is null)
        {
            night.End();
            return;
        }

        var gone = people.SelectMany(p => p.Leads).Select(l => l.Id).ToHashSet();
        night.Went(old.Count(id => !gone.Contains(id)), people.Count);
    }

    /// <summary>Who was forgotten; null when the list of the forgotten could not be written.</summary>
    private async Task<IReadOnlyList<PersonLeads>?> ForgetAsync(
        WorkScope scope,
        IReadOnlyList<LeadId> old,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        var search = scope.Get<PersonSearch>();
        var people = new List<PersonLeads>();
        foreach (var lead in old.Where(id => !people.Exists(p => p.Leads.Any(l => l.Id == id))))
        {
            // Who has another lead, open or closed later, is still a customer.
            if (
                await search.OfLeadAsync(lead, cancellationToken) is { } person
                && person.Leads.All(l => l.ClosedAt < before)
            )
            {
                people.Add(person);
            }
        }

        if (people.Count == 0)
        {
            return people;
        }

        if (
            await scope.Get<ForgetPerson>().HandleAsync(people, by: null, cancellationToken) is ForgetOutcome.NotKept no
        )
        {
            Log.NotKept(logger, no.Words);
            return null;
        }

        scope.Db.OnceCommitted(() => Log.Forgotten(logger, people.Count));
        return people;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} people whose leads were closed long ago were forgotten.")]
        public static partial void Forgotten(ILogger logger, int count);

        [LoggerMessage(
            LogLevel.Error,
            "Nobody was forgotten tonight, the list of the forgotten could not be written: {Words} Look at Forgetting:KeyFile and Forgetting:LogFile."
        )]
        public static partial void NotKept(ILogger logger, string words);
    }
}
