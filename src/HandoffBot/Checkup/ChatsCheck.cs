using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Checkup;

/// <summary>Whether each team has its chats.</summary>
internal sealed class ChatsCheck(HandoffDb db, RightsCheck rights)
{
    private static readonly ChatKind[] Needed = [ChatKind.Sales, ChatKind.Marketing];

    public async Task<IReadOnlyList<Finding>> ExamineAsync(bool asksTelegram, CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancellationToken);
        var chats = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team != null && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        if (teams.Count == 0)
        {
            return [Finding.Wrong("Doctor.NoTeam")];
        }

        var places =
            from team in teams
            from kind in Needed
            select (team, kind, Chat: chats.Find(c => c.Team == team.Id && c.Kind == kind));
        var asked = places.ToList();
        var told = asksTelegram
            ? await rights.AskAsync([.. asked.Select(a => a.Chat).OfType<TeamChat>()], cancellationToken)
            : null;
        return [.. asked.SelectMany(a => Examine(a.team, a.kind, a.Chat, told))];
    }

    private static IEnumerable<Finding> Examine(
        SalesTeam team,
        ChatKind kind,
        TeamChat? chat,
        IReadOnlyDictionary<long, BotRights?>? told
    ) =>
        chat switch
        {
            null when kind is ChatKind.Sales => [Finding.Wrong("Doctor.NoSalesChat", team.Name)],
            // Leads go their way without it.
            null => [Finding.Well("Doctor.NoMarketingChat", team.Name)],
            { State: ChatState.Held } =>
            [
                Finding.Wrong("Doctor.ChatHeld", team.Name, RightsCheck.NameOf(chat), chat.HeldBecause),
            ],
            _ when told is null => [Finding.Well("Doctor.ChatKnown", team.Name, RightsCheck.NameOf(chat))],
            _ => RightsCheck.Examine(team, chat, told[chat.ChatId]),
        };
}
