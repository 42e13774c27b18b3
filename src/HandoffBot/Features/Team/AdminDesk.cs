using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Who the admin is, and what they are told.</summary>
internal sealed class AdminDesk(HandoffDb db, Replies replies)
{
    public Task<PersonId?> FindAsync(CancellationToken cancellationToken) =>
        db.Installations.Select(i => i.Admin).SingleAsync(cancellationToken);

    public async Task<bool> IsAdminAsync(Incoming update, CancellationToken cancellationToken) =>
        update.From is { } from && await FindAsync(cancellationToken) == new PersonId(from.Id);

    /// <summary>Tells the admin in private what an update led to; nobody if there is none.</summary>
    public async Task TellAsync(
        Incoming update,
        string key,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> values
    )
    {
        if (await FindAsync(cancellationToken) is { } admin)
        {
            var code = await LanguageCodeAsync(admin, cancellationToken);
            var text = new SayText.Arguments(key, values, await TeamOfAsync(admin, cancellationToken), code);
            replies.Answer(update, nameof(SayText), text, ChatAddress.Private(admin.Value));
        }
    }

    /// <summary>How the admin is spoken to; before there is one, as a stranger.</summary>
    public async Task<Wording> WordsAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } admin
            ? await WordsAsync(admin, cancellationToken)
            : WordingOf.Stranger(null);

    /// <summary>How somebody is spoken to in private: as in the team they were last seen in, else as their own app.</summary>
    public async Task<Wording> WordsAsync(PersonId person, CancellationToken cancellationToken)
    {
        var id = await TeamOfAsync(person, cancellationToken);
        var team = id is null ? null : await db.Teams.FindAsync([new TeamId(id.Value)], cancellationToken);
        return team?.Words() ?? WordingOf.Stranger(await LanguageCodeAsync(person, cancellationToken));
    }

    private async Task<int?> TeamOfAsync(PersonId person, CancellationToken cancellationToken)
    {
        var team = await db
            .Members.Where(m => m.Person == person && m.LeftAt == null)
            .OrderByDescending(m => m.SeenAt)
            .Select(m => (TeamId?)m.Team)
            .FirstOrDefaultAsync(cancellationToken);
        return team?.Value;
    }

    private Task<string?> LanguageCodeAsync(PersonId person, CancellationToken cancellationToken) =>
        db.People.Where(p => p.Id == person).Select(p => p.LanguageCode).SingleOrDefaultAsync(cancellationToken);
}
