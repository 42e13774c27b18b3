using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Finds the source a post is for.</summary>
internal sealed class Doors(HandoffDb db, TimeProvider clock)
{
    private const int MaxFormKey = 32;

    /// <summary>By the key a program sends; the key before the last one opens too while it lives.</summary>
    public async Task<Door?> ByKeyAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > SourceKeys.MaxLength)
        {
            return null;
        }

        var hash = SourceKeys.Hash(key);
        var door = await FirstAsync(
            db.Sources.Where(s => s.KeyHash == hash || s.OldKeyHash == hash),
            cancellationToken
        );
        return door?.Source.Opens(hash, clock.GetUtcNow()) == true ? door : null;
    }

    public async Task<Door?> ByFormKeyAsync(string formKey, CancellationToken cancellationToken) =>
        formKey.Length > MaxFormKey || formKey.Contains('\0')
            ? null
            : await FirstAsync(db.Sources.Where(s => s.FormKey == formKey), cancellationToken);

    private Task<Door?> FirstAsync(IQueryable<Source> sources, CancellationToken cancellationToken) =>
        sources
            .AsNoTracking()
            .Join(db.Teams.AsNoTracking(), s => s.Team, t => t.Id, (s, t) => new Door(s, t))
            .FirstOrDefaultAsync(cancellationToken);
}
