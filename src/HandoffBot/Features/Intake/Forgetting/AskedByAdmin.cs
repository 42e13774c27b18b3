using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary>Only the admin has people forgotten, and only in private.</summary>
internal sealed class AskedByAdmin(HandoffDb db)
{
    public async Task<bool> IsSoAsync(Incoming update, CancellationToken cancellationToken) =>
        update is { From: { } from, Place.IsPrivate: true }
        && await db.Installations.AnyAsync(i => i.Admin == new PersonId(from.Id), cancellationToken);
}
