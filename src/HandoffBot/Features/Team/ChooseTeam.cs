using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>The admin names the team a chat is for.</summary>
internal sealed class ChooseTeam(HandoffDb db, AdminDesk desk, Callers callers, SettleChat settling, Replies replies)
    : IButton
{
    public const string Verb = "placeteam";

    /// <summary>Team and purpose share one number of the button.</summary>
    private const int Purposes = 4;

    public static Button Button(string label, AskWhichTeam.Arguments asked, TeamId? team) =>
        Chat.Button.Of(label, Verb, asked.Chat, asked.Thread, ((team?.Value ?? 0L) * Purposes) + (long)asked.Purpose);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var words = await callers.WordsForAsync(pressed, cancellationToken);
        if (!pressed.Place.IsPrivate || !await desk.IsAdminAsync(pressed, cancellationToken))
        {
            return new PressAnswer(words["Team.AdminOnly"]);
        }

        var (id, thread, choice) = (pressed.Press!.About, pressed.Press.Choice, pressed.Press.Extra);
        var purpose = (ChatPurpose)(choice % Purposes);
        if (
            thread is < 0 or > int.MaxValue
            || choice is < 0 or > int.MaxValue
            || purpose is not (ChatPurpose.Sales or ChatPurpose.Marketing)
        )
        {
            return new PressAnswer(words["Common.UnknownButton"]);
        }

        var chat = await db.Chats.FindAsync([id, (int)thread], cancellationToken);
        if (chat is null or { State: ChatState.Lost })
        {
            return new PressAnswer(words["Team.ChatGone"]);
        }

        await ServeAsync(pressed, chat, new TeamId((int)(choice / Purposes)), purpose, cancellationToken);
        replies.Settle(pressed, pressed.Place.Address, new SettleQuestion.Arguments(pressed.MessageId));
        return PressAnswer.Nothing;
    }

    private async Task ServeAsync(
        ButtonPressed pressed,
        TeamChat chat,
        TeamId id,
        ChatPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        if (await db.Teams.FindAsync([id], cancellationToken) is { } team)
        {
            await settling.ToTeamAsync(pressed, chat, team.Id, purpose, cancellationToken);
        }
        else if (purpose is ChatPurpose.Sales && chat.Team is null)
        {
            await settling.AsNewTeamAsync(pressed, chat, cancellationToken);
        }
    }
}
