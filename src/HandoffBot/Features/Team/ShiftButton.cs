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
    public const int Quiet = 7;

    /// <summary>Of old messages, where it named none.</summary>
    private const int CancelTimeOff = 6;

    /// <summary>From here on a choice is the time off that is dropped: by its beginning, so that a second tap drops no other.</summary>
    private const long FirstTimeOff = 1_000_000;

    private static readonly Dictionary<long, string> Questions = new()
    {
        [Plan] = ShiftDialogue.Plan,
        [TimeOff] = ShiftDialogue.TimeOff,
        [Quiet] = ShiftDialogue.Quiet,
    };

    /// <summary>Its beginning in Unix seconds.</summary>
    public static long ChoiceOf(TimeOff off) => off.From.ToUnixTimeSeconds();

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

        if (Change(caller, pressed.Press.Choice) is not { } answer)
        {
            return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        await db.SaveChangesAsync(cancellationToken);
        var arguments = new TellShift.Arguments(team.Value, who, pressed.MessageId);
        replies.Answer(pressed, nameof(TellShift), arguments);
        return answer;
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

    /// <returns>Null for what this version never sent.</returns>
    private PressAnswer? Change(Caller caller, long choice)
    {
        var (member, hours, now) = (caller.Member, caller.Team.Rhythm.Hours, clock.GetUtcNow());
        switch (choice)
        {
            case On:
                member.ComeOn(now, hours);
                return PressAnswer.Nothing;
            case Off:
                member.GoOff(now, hours);
                return PressAnswer.Nothing;
            case Break:
                member.Rest(PauseLength.Usual, now);
                return PressAnswer.Nothing;
            case CancelTimeOff:
                var ahead = member.TimesOff.Where(o => o.To > now).ToList();
                return ahead.Count > 1
                    ? new PressAnswer(caller.Words["Team.TimeOffWhich"])
                    : Drop(caller, ahead.FirstOrDefault());
            case >= FirstTimeOff:
                return Drop(caller, member.TimesOff.FirstOrDefault(o => ChoiceOf(o) == choice));
            default:
                return null;
        }
    }

    private static PressAnswer Drop(Caller caller, TimeOff? off) =>
        off is not null && caller.Member.CancelTimeOff(off.From)
            ? new PressAnswer(caller.Words.Say("Team.TimeOffDropped", ShiftText.Of(off, caller.Words)))
            : new PressAnswer(caller.Words["Team.TimeOffGone"]);
}
