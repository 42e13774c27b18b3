using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Makes a source with its key, as the verb <c>source add</c> does. Saves by itself.</summary>
internal sealed class AddSource(HandoffDb db, TimeProvider clock)
{
    private const int LongestName = 64;
    private const int ShortestKey = 16;

    /// <param name="key">Null: one is made.</param>
    public async Task<AddSourceOutcome> HandleAsync(
        string teamName,
        string name,
        string? key,
        CancellationToken cancellationToken
    )
    {
        if (name.Trim().Length is 0 or > LongestName)
        {
            return new AddSourceOutcome.BadName();
        }

        if (key is { Length: < ShortestKey or > SourceKeys.MaxLength })
        {
            return new AddSourceOutcome.BadKey();
        }

        if (await db.Teams.SingleOrDefaultAsync(t => t.Name == teamName, cancellationToken) is not { } team)
        {
            return new AddSourceOutcome.NoSuchTeam();
        }

        var minted = key ?? SourceKeys.Mint();
        var hash = SourceKeys.Hash(minted);
        if (
            await db.Sources.AnyAsync(
                s => (s.Team == team.Id && s.Name == name.Trim()) || s.KeyHash == hash,
                cancellationToken
            )
        )
        {
            return new AddSourceOutcome.Taken();
        }

        var source = new Source
        {
            Team = team.Id,
            Name = name.Trim(),
            FormKey = SourceKeys.MintFormKey(),
            CreatedAt = clock.GetUtcNow(),
        };
        source.Rekey(hash, clock.GetUtcNow(), SourceKeys.OldKeyLives);
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellationToken);
        return new AddSourceOutcome.Added(minted, source.FormKey);
    }
}

/// <summary>What came of adding a source.</summary>
internal abstract record AddSourceOutcome
{
    /// <param name="Key">Shown now and never again: only its hash is kept.</param>
    /// <param name="FormKey">In the address of the source's web form.</param>
    internal sealed record Added(string Key, string FormKey) : AddSourceOutcome;

    internal sealed record NoSuchTeam : AddSourceOutcome;

    /// <summary>A name has 1 to 64 characters.</summary>
    internal sealed record BadName : AddSourceOutcome;

    /// <summary>A key has 16 to 256 characters.</summary>
    internal sealed record BadKey : AddSourceOutcome;

    /// <summary>The team has a source of that name, or another source has that key.</summary>
    internal sealed record Taken : AddSourceOutcome;
}
