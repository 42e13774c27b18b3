using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders.HandingOver;

/// <summary>Somebody's shift is over: what cannot wait until they are back, and who could take it. Nothing of that, nothing said.</summary>
internal sealed class AskHandover(HandoffDb db, WaitingLeads leads, UrgentLeads urgent, TimeProvider clock) : IDelivery
{
    /// <summary>With a title and a line for the rest: eight lines, three rows of buttons.</summary>
    private const int Listed = 6;

    /// <param name="Refused">Who has just said that they cannot.</param>
    internal sealed record Arguments(int Team, long Person, long? Refused = null);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, person) = (new TeamId(given.Team), new PersonId(given.Person));
        var team = await leads.TeamAsync(id, cancellationToken);
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == id && m.Person == person && m.LeftAt == null, cancellationToken);
        if (member is null)
        {
            return Speech.Nothing("left");
        }

        var (open, until) = await urgent.OfAsync(team, member, cancellationToken);
        var colleagues = await urgent.ColleaguesAsync(team, person, cancellationToken);
        var others = colleagues.Where(c => c.Id.Value != given.Refused).ToList();
        if (open.Count == 0 || (others.Count == 0 && given.Refused is null))
        {
            return Speech.Nothing("nothing to hand over, or nobody to take it");
        }

        var (words, now) = (team.Words(), clock.GetUtcNow());
        var told = await leads.ReadAsync([.. open.Take(Listed).Select(l => l.Id.Value)], cancellationToken);
        var name = given.Refused is null ? null : colleagues.FirstOrDefault(c => c.Id.Value == given.Refused)?.Name;
        var message = ChatMessage.Of([
            name is null ? null : (Line)words.Say("Reminders.HandoverRefused", name),
            Line.Bold(words.Say("Reminders.HandoverAsk", open.Count, words.Time(until, now))),
            .. told.Select(t => (Line?)LineOf(t, words, now)),
            open.Count > Listed ? (Line)words.Say("Reminders.AndMoreMine", open.Count - Listed) : null,
            others.Count == 0 ? (Line)words["Reminders.HandoverNobody"] : null,
        ]);
        return new Speech.Say(message.With(Buttons(others, given.Team, words)), MessageRole.Other, 0);
    }

    /// <summary>What waits and until when: <c>L-7 · Doors · 18:30</c>.</summary>
    public static string LineOf(WaitingLead lead, Wording words, DateTimeOffset now) =>
        lead.Lead.CallBackAt is { } at
            ? words.Say("Reminders.HandoverCall", lead.Title, words.Time(at, now))
            : words.Say("Reminders.HandoverNoCall", lead.Title);

    private static IReadOnlyList<Button>[] Buttons(List<UrgentLeads.Colleague> colleagues, int team, Wording words) =>
        colleagues.Count == 0
            ? []
            :
            [
                .. colleagues
                    .Select(c =>
                        Button.Of(
                            words.Say("Reminders.HandoverTo", c.Name, c.Open),
                            ChooseColleague.Verb,
                            team,
                            c.Id.Value
                        )
                    )
                    .Chunk(2),
                [Button.Of(words["Reminders.HandoverKeep"], ChooseColleague.Verb, team)],
            ];
}
