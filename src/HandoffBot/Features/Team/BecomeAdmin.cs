using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Somebody sends a setup code: the first right one becomes the admin, wrong ones are slowed down.</summary>
internal sealed class BecomeAdmin(HandoffDb db, SetupCode codes, TimeProvider clock)
{
    public async Task<SetupOutcome> HandleAsync(Sender from, string code, CancellationToken cancellationToken)
    {
        var person = new PersonId(from.Id);
        var installation = await db.Installations.SingleAsync(cancellationToken);
        if (installation.Admin is { } admin)
        {
            return admin == person ? new SetupOutcome.Appointed() : DeadOrUsed(installation, code);
        }

        var now = clock.GetUtcNow();
        var attempt = await db.SetupAttempts.FindAsync([person], cancellationToken);
        if (attempt is not null && attempt.NextAt > now)
        {
            return new SetupOutcome.TooSoon(attempt.NextAt - now);
        }

        if (!codes.Opens(installation, code))
        {
            attempt ??= db.SetupAttempts.Add(new SetupAttempt { Person = person }).Entity;
            attempt.Fail(now);
            await db.SaveChangesAsync(cancellationToken);
            return new SetupOutcome.Wrong();
        }

        installation.Appoint(person);
        await JoinTeamsAsync(person, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SetupOutcome.Appointed();
    }

    private SetupOutcome DeadOrUsed(Installation installation, string code) =>
        codes.Opens(installation, code) ? new SetupOutcome.Used() : new SetupOutcome.Dead();

    /// <summary>Teams made without a chat have waited for their manager.</summary>
    private async Task JoinTeamsAsync(PersonId admin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var team in await db.Teams.Select(t => t.Id).ToListAsync(cancellationToken))
        {
            var member = await db.Members.FindAsync([team, admin], cancellationToken);
            member ??= db.Members.Add(new Member { Team = team, Person = admin }).Entity;
            member.SeenAs(Roles.Manager | Roles.Admin, now);
        }
    }
}

/// <summary>What came of a setup code.</summary>
internal abstract record SetupOutcome
{
    internal sealed record Appointed : SetupOutcome;

    internal sealed record Wrong : SetupOutcome;

    internal sealed record TooSoon(TimeSpan Wait) : SetupOutcome;

    /// <summary>Somebody else is the admin; no code opens anything any more.</summary>
    internal sealed record Dead : SetupOutcome;

    /// <summary>It was the right code, and somebody else is the admin by it.</summary>
    internal sealed record Used : SetupOutcome;
}
