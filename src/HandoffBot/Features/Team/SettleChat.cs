using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team;

/// <summary>Finds the team a chat is to serve: the only one that lacks it, a new one, or the one the admin names.</summary>
internal sealed class SettleChat(
    HandoffDb db,
    GiveChat giving,
    DialogueEngine dialogues,
    Replies replies,
    IOptions<TeamOptions> options
)
{
    public async Task AsAsync(Incoming update, TeamChat chat, ChatPurpose purpose, CancellationToken cancellationToken)
    {
        var kind = purpose.Kind();
        var teams = await db.Teams.Select(t => t.Id).ToListAsync(cancellationToken);
        var taken = await db.Chats.AnyAsync(
            c => c.Team != null && c.Kind == kind && c.State != ChatState.Lost,
            cancellationToken
        );
        switch (teams)
        {
            case [] when purpose is ChatPurpose.Sales:
                await AsNewTeamAsync(update, chat, cancellationToken);
                break;
            case []:
                chat.MeantFor(ChatKind.Marketing);
                await db.SaveChangesAsync(cancellationToken);
                replies.Answer(update, nameof(NoteMarketing), new NoteMarketing.Arguments(chat.Title));
                break;
            case [var only] when !taken:
                await ToTeamAsync(update, chat, only, purpose, cancellationToken);
                break;
            default:
                replies.Answer(
                    update,
                    nameof(AskWhichTeam),
                    new AskWhichTeam.Arguments(chat.ChatId, chat.ThreadId, purpose)
                );
                break;
        }
    }

    /// <summary>The team is made once its place in the world is confirmed.</summary>
    public Task AsNewTeamAsync(Incoming update, TeamChat chat, CancellationToken cancellationToken)
    {
        var draft = LocaleDraft.Of(options.Value.LocaleFor(update.From?.LanguageCode));
        (draft.Chat, draft.Thread) = (chat.ChatId, chat.ThreadId);
        return dialogues.StartAsync(
            update,
            LocaleDialogue.Kind,
            LocaleDialogue.Offer,
            draft,
            cancellationToken,
            about: chat.ChatId
        );
    }

    public async Task ToTeamAsync(
        Incoming update,
        TeamChat chat,
        TeamId team,
        ChatPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        await giving.GiveAsync(chat, team, purpose.Kind(), cancellationToken);
        replies.Answer(update, nameof(ShowRemaining), new ShowRemaining.Arguments(team.Value));
    }
}
