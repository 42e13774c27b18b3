using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Tells somebody how their shift stands, and how to change it.</summary>
internal sealed class TellShift(HandoffDb db, OtherTeams others, TimeProvider clock) : IDelivery
{
    private const int TimesOffShown = 4;

    /// <param name="Standing">The message that is to show it; null: a new one.</param>
    internal sealed record Arguments(int Team, long Person, int? Standing = null);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, person) = (new TeamId(given.Team), new PersonId(given.Person));
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == id && m.Person == person, cancellationToken);
        var who = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, cancellationToken);
        if (member is not { IsPresent: true } || who is null)
        {
            return Speech.Nothing("left");
        }

        var now = clock.GetUtcNow();
        var state = member.ShiftAt(now, team.Rhythm.Hours);
        var words = team.Words();
        var message = ChatMessage
            .Of([.. Lines(state, words, now), .. Ahead(member, who.Quiet, words, now)])
            .With(Buttons(state, [.. member.TimesOff.Where(o => o.To > now).Take(TimesOffShown)], given, words));
        message = await others.MarkAsync(message, row.To, team, cancellationToken, ShowShift.Name);
        return given.Standing is { } standing
            ? new Speech.Redraw([new Redrawing(new MessageRef(row.ChatId, standing), message)])
            : new Speech.Say(message, MessageRole.Other, 0);
    }

    private static IReadOnlyList<Button>[] Buttons(
        ShiftState state,
        IReadOnlyList<TimeOff> ahead,
        Arguments given,
        Wording words
    )
    {
        Button[] change = state.IsOn
            ? [Of("Team.ShiftGoOff", ShiftButton.Off), Of("Team.ShiftBreakNow", ShiftButton.Break)]
            : [Of("Team.ShiftComeOn", ShiftButton.On)];
        var drop = ahead.Select(o =>
            Press(words.Say("Team.TimeOffDrop", ShiftText.Of(o, words)), ShiftButton.ChoiceOf(o))
        );
        return
        [
            change,
            [Of("Team.ShiftPlan", ShiftButton.Plan), Of("Team.ShiftTimeOff", ShiftButton.TimeOff)],
            [Of("Team.ShiftQuiet", ShiftButton.Quiet), TeamMore.Button(words["Team.ShiftTeam"], given.Team)],
            // One in a row: dates and hours of two do not fit beside each other.
            .. drop.Chunk(1),
        ];

        Button Of(string key, int choice) => Press(words[key], choice);
        Button Press(string label, long choice) => Button.Of(label, ShiftButton.Verb, given.Team, choice, given.Person);
    }

    private static IEnumerable<Line?> Ahead(Member member, QuietHours? quiet, Wording words, DateTimeOffset now)
    {
        if (member.Plan is { } plan)
        {
            yield return words.Say("Team.PlanIs", ShiftText.Of(plan, words));
        }

        foreach (var off in member.TimesOff.Where(o => o.To > now).Take(TimesOffShown))
        {
            yield return words.Say("Team.TimeOffIs", ShiftText.Of(off, words));
        }

        if (quiet is not null)
        {
            yield return words.Say("Team.QuietIs", ShiftText.Clocks(quiet.From, quiet.To));
        }
    }

    private static IEnumerable<Line?> Lines(ShiftState state, Wording words, DateTimeOffset now)
    {
        var key = state switch
        {
            { IsOn: true } => "Team.ShiftOn",
            { Why: Away.OnBreak } => "Team.ShiftBreak",
            _ => "Team.ShiftOff",
        };
        yield return Line.Bold(state.Until is { } until ? words.Say(key, words.Time(until, now)) : words[key + "Open"]);
        yield return words[state.IsOn ? "Team.ShiftOnThen" : "Team.ShiftOffThen"];
    }
}
