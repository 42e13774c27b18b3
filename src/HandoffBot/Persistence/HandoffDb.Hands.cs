using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

internal abstract partial class HandoffDb
{
    /// <summary>What a rep carries now. To act on it, hold <see cref="HoldHandsAsync"/> first.</summary>
    public async Task<Hands> HandsAsync(TeamId team, PersonId person, CancellationToken cancellationToken)
    {
        var mine = Leads.Where(l =>
            l.Team == team && l.Owner == person && (l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
        );
        var open = await mine.CountAsync(cancellationToken);
        var notWorked = await mine.CountAsync(
            l => l.ContactedAt == null && l.Attempts == 0 && l.CallBackAt == null,
            cancellationToken
        );
        return new Hands(open, notWorked);
    }

    /// <summary>Until the transaction ends nobody else fills this rep's hands.</summary>
    public Task HoldHandsAsync(TeamId team, PersonId person, CancellationToken cancellationToken) =>
        LockAsync(
            [string.Create(CultureInfo.InvariantCulture, $"hands:{team.Value}:{person.Value}")],
            cancellationToken
        );
}
