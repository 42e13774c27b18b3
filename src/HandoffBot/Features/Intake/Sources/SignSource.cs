using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Gives a source a signing secret, and switches whether its posts must be signed, as the verbs of <c>source</c> do. Saves by itself.</summary>
internal sealed class SignSource(HandoffDb db, TimeProvider clock)
{
    /// <summary>The new secret, shown now and never again; null: the team has no such source.</summary>
    public async Task<string?> MintAsync(string teamName, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(teamName, name, cancellationToken) is not { } source)
        {
            return null;
        }

        var secret = PostSignature.MintSecret();
        source.NewSecret(secret, clock.GetUtcNow(), SourceKeys.OldKeyLives);
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <param name="signed">Whether unsigned posts are refused from here on.</param>
    public async Task<SignSourceOutcome> DemandAsync(
        string teamName,
        string name,
        bool signed,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(teamName, name, cancellationToken) is not { } source)
        {
            return SignSourceOutcome.NoSuchSource;
        }

        if (!source.Demand(signed))
        {
            return SignSourceOutcome.NoSecret;
        }

        await db.SaveChangesAsync(cancellationToken);
        return SignSourceOutcome.Switched;
    }

    private Task<Source?> FindAsync(string teamName, string name, CancellationToken cancellationToken) =>
        db.Sources.SingleOrDefaultAsync(
            s => s.Name == name.Trim() && db.Teams.Any(t => t.Id == s.Team && t.Name == teamName),
            cancellationToken
        );
}

/// <summary>What came of switching a source's signatures.</summary>
internal enum SignSourceOutcome
{
    Switched,
    NoSuchSource,

    /// <summary>It has to be given a secret first.</summary>
    NoSecret,
}
