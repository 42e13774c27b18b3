using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

internal abstract partial class HandoffDb
{
    /// <summary>What a rep carries now. To act on it, hold <see cref="HoldHandsAsync"/> first.</summary>
    public Task<Hands> HandsAsync(TeamId team, PersonId person, CancellationToken cancellationToken) =>
        Leads
            .Where(l => l.Team == team && l.Owner == person)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
            .GroupBy(_ => 1)
            .Select(all => new Hands(
                all.Count(),
                all.Count(l => l.ContactedAt == null && l.Attempts == 0 && l.CallBackAt == null)
            ))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Until the transaction ends nobody else fills this rep's hands.</summary>
    public Task HoldHandsAsync(TeamId team, PersonId person, CancellationToken cancellationToken) =>
        LockAsync(
            [string.Create(CultureInfo.InvariantCulture, $"hands:{team.Value}:{person.Value}")],
            cancellationToken
        );
}
