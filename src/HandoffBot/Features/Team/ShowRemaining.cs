using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>What a team still lacks before everything works, as of now.</summary>
internal sealed class ShowRemaining(HandoffDb db, TimeProvider clock) : IDelivery
{
    /// <param name="Proposes">The team is new: how it is set is shown, to be taken or changed.</param>
    internal sealed record Arguments(int Team, bool Proposes = false);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var id = new TeamId(given.Team);
        var team = await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (team is null)
        {
            return Speech.Nothing("no such team");
        }

        var chats = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team == id && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        var hasKey = await db.Sources.AnyAsync(
            s => s.Team == id && (s.KeyHash != null || s.FormKey != null),
            cancellationToken
        );
        var message = Message(team, chats, hasKey);
        return new Speech.Say(given.Proposes ? Proposing(message, team) : message, MessageRole.Other, 0);
    }

    private ChatMessage Proposing(ChatMessage message, SalesTeam team)
    {
        var (words, now) = (team.Words(), clock.GetUtcNow());
        var proposed = ProposalButton.Settings.Select(s =>
            (Line)$"{words[$"Team.Set{s}"]}: {TeamSettingText.Of(s, team, now)}"
        );
        return message with
        {
            Lines = [.. message.Lines, .. proposed, words["Team.ProposedHow"]],
            Keyboard = ProposalButton.Of(team),
        };
    }

    private static ChatMessage Message(SalesTeam team, List<TeamChat> chats, bool hasKey)
    {
        var words = team.Words();
        var sales = chats.Find(c => c.Kind is ChatKind.Sales);
        string?[] missing =
        [
            sales is null ? words["Team.MissingSales"] : null,
            chats.Exists(c => c.Kind is ChatKind.Marketing) ? null : words["Team.MissingMarketing"],
            hasKey ? null : words["Team.MissingKey"],
        ];
        var named = missing.OfType<string>().ToList();
        var rest = string.Join(words["Team.And"], named);
        return ChatMessage.Of(
            Line.Bold(words.Say(named.Count == 0 ? "Team.Ready" : "Team.AlmostReady", team.Name)),
            named.Count == 0 ? words["Team.NothingRemains"] : words.Say("Team.Remains", rest),
            sales is { BotIsAdmin: false } ? (Line)words["Team.NotAdmin"] : null,
            sales is { BotIsAdmin: true, BotCanPin: false } ? (Line)words["Team.NoPin"] : null,
            chats.Exists(c => c.IsPublic) ? (Line)words["Team.OpenChat"] : null
        );
    }
}
