using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>A press under one's own shift changes it, and the message with it.</summary>
internal sealed class ShiftButton(
    HandoffDb db,
    Callers callers,
    DialogueEngine dialogues,
    Replies replies,
    TimeProvider clock
) : IButton
{
    public const string Verb = "shift";

    /// <summary>Numbers travel in buttons and are never given twice.</summary>
    public const int On = 1;
    public const int Off = 2;
    public const int Break = 3;
    public const int Plan = 4;
    public const int TimeOff = 5;
    public const int CancelTimeOff = 6;
    public const int Quiet = 7;

    private static readonly Dictionary<long, string> Questions = new()
    {
        [Plan] = ShiftDialogue.Plan,
        [TimeOff] = ShiftDialogue.TimeOff,
        [Quiet] = ShiftDialogue.Quiet,
    };

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var (team, who) = (new TeamId((int)pressed.Press!.About), pressed.Press.Extra);
        if (await callers.FindAsync(pressed, team, cancellationToken) is not { Member.MaySell: true } caller)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"]);
        }

        if (caller.Id.Value != who)
        {
            return new PressAnswer(caller.Words["Team.ShiftOfAnother"]);
        }

        if (!await IsAboutShiftAsync(pressed, cancellationToken))
        {
            return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        if (Questions.TryGetValue(pressed.Press.Choice, out var step))
        {
            await dialogues.StartAsync(
                pressed,
                ShiftDialogue.Kind,
                step,
                new ShiftDialogue.Draft { Team = team.Value },
                cancellationToken
            );
            return PressAnswer.Nothing;
        }

        if (!Change(caller.Member, (int)pressed.Press.Choice, caller.Team.Rhythm.Hours))
        {
            return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        await db.SaveChangesAsync(cancellationToken);
        var arguments = new TellShift.Arguments(team.Value, who, pressed.MessageId);
        replies.Answer(pressed, nameof(TellShift), arguments);
        return PressAnswer.Nothing;
    }

    /// <summary>Only a message about a shift turns: a forged press must not write over a card of the whole chat.</summary>
    private async Task<bool> IsAboutShiftAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var (chat, message) = (pressed.Place.Address.ChatId, pressed.MessageId);
        return pressed.Place.IsPrivate
            || await db.Messages.AnyAsync(
                m =>
                    m.ChatId == chat
                    && m.MessageId == message
                    && db.Outbox.Any(o => o.Seq == m.OutboxSeq && o.Delivery == nameof(TellShift)),
                cancellationToken
            );
    }

    private bool Change(Member member, int choice, WorkingHours hours)
    {
        var now = clock.GetUtcNow();
        switch (choice)
        {
            case On:
                member.ComeOn(now, hours);
                return true;
            case Off:
                member.GoOff(now, hours);
                return true;
            case Break:
                member.Rest(PauseLength.Usual, now);
                return true;
            case CancelTimeOff:
                return member.TimesOff.FirstOrDefault(o => o.To > now) is not { } next
                    || member.CancelTimeOff(next.From);
            default:
                return false;
        }
    }
}
