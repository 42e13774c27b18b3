using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The admin says what a chat is for.</summary>
internal sealed class ChoosePurpose(HandoffDb db, AdminDesk desk, Callers callers, SettleChat settling, Replies replies)
    : IButton
{
    public const string Verb = "place";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var words = await callers.WordsForAsync(pressed, cancellationToken);
        if (!pressed.Place.IsPrivate || !await desk.IsAdminAsync(pressed, cancellationToken))
        {
            return new PressAnswer(words["Team.AdminOnly"]);
        }

        var (id, thread) = (pressed.Press!.About, pressed.Press.Choice);
        var chat = thread is < 0 or > int.MaxValue
            ? null
            : await db.Chats.FindAsync([id, (int)thread], cancellationToken);
        if (chat is null or { State: ChatState.Lost })
        {
            return new PressAnswer(words["Team.ChatGone"]);
        }

        return pressed.Press.Extra switch
        {
            (long)ChatPurpose.Sales or (long)ChatPurpose.Marketing => await ServeAsync(
                pressed,
                chat,
                words,
                cancellationToken
            ),
            (long)ChatPurpose.None => await DropAsync(pressed, chat, words, cancellationToken),
            _ => new PressAnswer(words["Common.UnknownButton"]),
        };
    }

    private async Task<PressAnswer> ServeAsync(
        ButtonPressed pressed,
        TeamChat chat,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var purpose = (ChatPurpose)pressed.Press!.Extra;
        if (chat.Team is not null && chat.Kind == purpose.Kind())
        {
            return new PressAnswer(words["Team.AlreadyServes"]);
        }

        await settling.AsAsync(pressed, chat, purpose, cancellationToken);
        Settle(pressed);
        return PressAnswer.Nothing;
    }

    private async Task<PressAnswer> DropAsync(
        ButtonPressed pressed,
        TeamChat chat,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        if (chat.Team is not null)
        {
            return new PressAnswer(words["Team.AlreadyServes"]);
        }

        chat.Lose();
        if (!await db.Chats.AnyAsync(c => c.ChatId == chat.ChatId && c.Team != null, cancellationToken))
        {
            replies.Answer(pressed, nameof(LeaveChat), to: new ChatAddress(chat.ChatId));
        }

        Settle(pressed);
        await db.SaveChangesAsync(cancellationToken);
        return new PressAnswer(words["Team.Dropped"]);
    }

    private void Settle(ButtonPressed pressed) =>
        replies.Settle(pressed, pressed.Place.Address, new SettleQuestion.Arguments(pressed.MessageId));
}
