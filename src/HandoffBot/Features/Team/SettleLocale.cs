using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The proposal is right: the team is made for its chat, or an existing one settles anew.</summary>
internal sealed class SettleLocale(
    HandoffDb db,
    MakeTeam making,
    GiveChat giving,
    AdminDesk desk,
    NoteTeamChange note,
    Replies replies,
    TimeProvider clock
)
{
    private static DialogueTurn.Over Settled => new() { Became = "Team.IsSettled" };

    public Task<DialogueTurn> ConfirmAsync(
        ButtonPressed pressed,
        LocaleDraft draft,
        CancellationToken cancellationToken
    ) =>
        draft.Team == 0
            ? ForNewAsync(pressed, draft, cancellationToken)
            : ForExistingAsync(pressed, draft, cancellationToken);

    private async Task<DialogueTurn> ForNewAsync(
        ButtonPressed pressed,
        LocaleDraft draft,
        CancellationToken cancellationToken
    )
    {
        var chat = await db.Chats.FindAsync([draft.Chat, draft.Thread], cancellationToken);
        if (!await desk.IsAdminAsync(pressed, cancellationToken))
        {
            return new DialogueTurn.Over("Team.AdminOnly");
        }

        if (chat is null or { State: ChatState.Lost } or { Team: not null })
        {
            return new DialogueTurn.Over("Team.ChatGone");
        }

        var team = await making.MakeAsync(chat.Title, draft.Locale, cancellationToken);
        await giving.GiveAsync(chat, team.Id, ChatKind.Sales, cancellationToken);
        await JoinMarketingAsync(team.Id, cancellationToken);
        Remaining(pressed, team.Id, proposes: true);
        return Settled;
    }

    private async Task<DialogueTurn> ForExistingAsync(
        ButtonPressed pressed,
        LocaleDraft draft,
        CancellationToken cancellationToken
    )
    {
        var id = new TeamId(draft.Team);
        var by = new PersonId(pressed.From!.Id);
        var member = await db.Members.FindAsync([id, by], cancellationToken);
        if (member is not { IsManager: true } && !await desk.IsAdminAsync(pressed, cancellationToken))
        {
            return new DialogueTurn.Over("Team.ManagerOnly");
        }

        var team = await db.Teams.SingleAsync(t => t.Id == id, cancellationToken);
        var before = TeamSettingText.Of(TeamSetting.Locale, team, clock.GetUtcNow());
        team.Settle(draft.Locale);
        await note.NoteAsync(team, by, TeamSetting.Locale, before, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Remaining(pressed, id);
        return Settled;
    }

    /// <summary>A marketing channel that was chosen before there was any team has waited for this one.</summary>
    private async Task JoinMarketingAsync(TeamId team, CancellationToken cancellationToken)
    {
        var waiting = db.Chats.Where(c =>
            c.Team == null && c.Kind == ChatKind.Marketing && c.State == ChatState.Active
        );
        if (await waiting.FirstOrDefaultAsync(cancellationToken) is { } marketing)
        {
            await giving.GiveAsync(marketing, team, ChatKind.Marketing, cancellationToken);
        }
    }

    private void Remaining(ButtonPressed pressed, TeamId team, bool proposes = false) =>
        replies.Answer(pressed, nameof(ShowRemaining), new ShowRemaining.Arguments(team.Value, proposes));
}
