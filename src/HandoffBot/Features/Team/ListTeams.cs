using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The teams and their chats, as the verb <c>team list</c> shows them.</summary>
internal sealed class ListTeams(HandoffDb db)
{
    public async Task<IReadOnlyList<ListedTeam>> HandleAsync(CancellationToken cancellationToken)
    {
        var chats = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team != null && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancellationToken);
        return
        [
            .. teams.Select(t => new ListedTeam(
                t.Id,
                t.Name,
                t.Locale,
                At(t, ChatKind.Sales),
                At(t, ChatKind.Marketing)
            )),
        ];

        ChatAddress? At(SalesTeam team, ChatKind kind) =>
            chats.Find(c => c.Team == team.Id && c.Kind == kind) is { } chat
                ? new ChatAddress(chat.ChatId, chat.ThreadId)
                : null;
    }
}

/// <summary>One team in the list.</summary>
internal sealed record ListedTeam(TeamId Id, string Name, Locale Locale, ChatAddress? Sales, ChatAddress? Marketing);
