using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>Who somebody is to a team, read in the transaction that acts.</summary>
internal sealed class Callers(HandoffDb db, TimeProvider clock)
{
    /// <summary>Where leavers cannot be seen, private rights end this long after the last sign in the team's chat: 24 hours.</summary>
    private static readonly TimeSpan PrivateRightsLast = TimeSpan.FromHours(24);

    /// <summary>The caller in the team of the chat the update came from; in private, in the one they chose, else in the one they were last seen in.</summary>
    public async Task<Caller?> FindAsync(Incoming update, CancellationToken cancellationToken)
    {
        if (update.From is null)
        {
            return null;
        }

        if (!update.Place.IsPrivate)
        {
            var team = await TeamOfAsync(update.Place.Address, cancellationToken);
            return team is null ? null : await FindAsync(update, team.Value, cancellationToken);
        }

        var person = new PersonId(update.From.Id);
        var meant = (await db.People.FindAsync([person], cancellationToken))?.Means;
        var teams = await db
            .Members.Where(m => m.Person == person && m.LeftAt == null)
            .OrderByDescending(m => m.Team == meant)
            .ThenByDescending(m => m.SeenAt)
            .Select(m => m.Team)
            .ToListAsync(cancellationToken);
        foreach (var team in teams)
        {
            if (await FindAsync(update, team, cancellationToken) is { } caller)
            {
                return caller;
            }
        }

        return null;
    }

    /// <summary>The caller in this team; null if they have no place in it, or the chat is another team's.</summary>
    public async Task<Caller?> FindAsync(Incoming update, TeamId team, CancellationToken cancellationToken)
    {
        if (update.From is null)
        {
            return null;
        }

        var id = new PersonId(update.From.Id);
        var member = await db.Members.FindAsync([team, id], cancellationToken);
        var person = await db.People.FindAsync([id], cancellationToken);
        if (member is not { IsPresent: true } || person is null)
        {
            return null;
        }

        var chat = update.Place.IsPrivate ? null : await FindChatAsync(update.Place.Address, cancellationToken);
        if (!update.Place.IsPrivate && chat?.Team != team)
        {
            return null;
        }

        if (update.Place.IsPrivate && await LapsedAsync(member, cancellationToken))
        {
            return null;
        }

        var home = await db.Teams.FindAsync([team], cancellationToken);
        return new Caller(person, member, home!, update.Place) { Where = chat?.Kind ?? ChatKind.Private };
    }

    /// <summary>How to speak to somebody who may be in no team: the team's way, else the language of their own app.</summary>
    public async Task<Wording> WordsForAsync(Incoming update, CancellationToken cancellationToken) =>
        (await FindAsync(update, cancellationToken))?.Words ?? WordingOf.Stranger(update.From?.LanguageCode);

    /// <summary>Whether there is anybody who could let others in: an admin, or a team made without one.</summary>
    public async Task<bool> IsSetUpAsync(CancellationToken cancellationToken) =>
        await db.Installations.AnyAsync(i => i.Admin != null, cancellationToken)
        || await db.Teams.AnyAsync(cancellationToken);

    /// <summary>What somebody of no team is told: that the bot is not set up, or how to get in.</summary>
    public async Task<string> StrangersKeyAsync(CancellationToken cancellationToken) =>
        await IsSetUpAsync(cancellationToken) ? "Common.NotInTeam" : "Team.NotSetUp";

    private async Task<TeamId?> TeamOfAsync(ChatAddress address, CancellationToken cancellationToken) =>
        (await FindChatAsync(address, cancellationToken))?.Team;

    /// <summary>The chat or topic; a group that became a supergroup is found under its old id too, which old cards still name.</summary>
    public async Task<TeamChat?> FindChatAsync(ChatAddress address, CancellationToken cancellationToken)
    {
        var chat = await db.Chats.FindAsync([address.ChatId, address.ThreadId], cancellationToken);
        if (chat?.MovedTo is { } to)
        {
            chat = await db.Chats.FindAsync([to, address.ThreadId], cancellationToken);
        }

        return chat is { State: not ChatState.Lost } ? chat : null;
    }

    private async Task<bool> LapsedAsync(Member member, CancellationToken cancellationToken)
    {
        var isOnlyRep = !member.IsMarketer;
        // The admin's rights come from the installation: somebody can always set a team up.
        return isOnlyRep
            && !member.Roles.HasFlag(Roles.Admin)
            && clock.GetUtcNow() - member.SeenAt > PrivateRightsLast
            && !await db.Chats.AnyAsync(
                c => c.Team == member.Team && c.Kind == ChatKind.Sales && c.State != ChatState.Lost && c.BotIsAdmin,
                cancellationToken
            );
    }
}
