using System.Linq.Expressions;
using System.Net;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Finds the source a post is for. Limits come first: of the source where it is known, of the address where it is not.</summary>
internal sealed class Doors(HandoffDb db, KnownDoors known, IntakeLimits limits, TimeProvider clock)
{
    private const int MaxFormKey = 32;

    /// <summary>By the key a program sends; the key before the last one opens too while it lives.</summary>
    public async Task<Knock> ByKeyAsync(string key, IPAddress? from, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > SourceKeys.MaxLength)
        {
            return new Knock.Nobody();
        }

        var hash = SourceKeys.Hash(key);
        return await KnockAsync(
            new Bell(hash, s => s.KeyHash == hash || s.OldKeyHash == hash, limits.OfSource),
            from,
            cancellationToken
        );
    }

    public async Task<Knock> ByFormKeyAsync(string formKey, IPAddress? from, CancellationToken cancellationToken) =>
        formKey.Length > MaxFormKey || formKey.Contains('\0')
            ? new Knock.Nobody()
            : await KnockAsync(new Bell(formKey, s => s.FormKey == formKey, limits.OfForm), from, cancellationToken);

    private async Task<Knock> KnockAsync(Bell bell, IPAddress? from, CancellationToken cancellationToken)
    {
        var source = await known.FindAsync(bell.Name, cancellationToken);
        var wait = source is { } id ? bell.Limit(id) : limits.OfStranger(from);
        if (wait > TimeSpan.Zero)
        {
            return new Knock.TooOften(wait, IsStranger: source is null);
        }

        var recent = known.Recent(bell.Name);
        var door = recent ?? await FirstAsync(db.Sources.Where(bell.Fits), cancellationToken);
        if (door is null || !door.Source.Names(clock.GetUtcNow()).Contains(bell.Name))
        {
            known.Forget(bell.Name);
            return new Knock.Nobody();
        }

        if (recent is null)
        {
            known.Learn(bell.Name, door);
        }

        return source is null && bell.Limit(door.Source.Id) is { Ticks: > 0 } over
            ? new Knock.TooOften(over, IsStranger: false)
            : new Knock.Opened(door);
    }

    private Task<Door?> FirstAsync(IQueryable<Source> sources, CancellationToken cancellationToken) =>
        sources
            .AsNoTracking()
            .Join(db.Teams.AsNoTracking(), s => s.Team, t => t.Id, (s, t) => new Door(s, t))
            .FirstOrDefaultAsync(cancellationToken);

    /// <param name="Name">The hash of a key, or the key of a form.</param>
    /// <param name="Limit">Zero, or how long the source of that id has to wait.</param>
    private sealed record Bell(string Name, Expression<Func<Source, bool>> Fits, Func<long, TimeSpan> Limit);
}
