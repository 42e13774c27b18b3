using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>To whom a lead was offered or given and who was left out why: each in one line, from the lead's history.</summary>
internal sealed class ExplainLead(HandoffDb db, LeadSheets sheets, TimeProvider clock) : IDelivery
{
    /// <summary>The latest ones, and the skips of each: a large team asked many times would be no message any more.</summary>
    private const int Shown = 4;
    private const int SkipsShown = 6;

    /// <summary>What says why somebody has it, or was to have it.</summary>
    public static readonly string[] Reasons = [nameof(LeadOffered), nameof(LeadAssigned), nameof(LeadHandedOver)];

    private static readonly string[] Kinds = [.. Reasons, nameof(OfferPassed)];

    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new LeadId(row.Read<Arguments>().Lead);
        if (await sheets.FindAsync(id, cancellationToken) is not { } sheet)
        {
            return Speech.Nothing("gone");
        }

        var told = await db
            .LeadEvents.AsNoTracking()
            .Where(e => e.Lead == id && Kinds.Contains(e.Kind))
            .OrderByDescending(e => e.Number)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        told.Reverse();
        var people = told.SelectMany(PeopleOf).OfType<PersonId>().Distinct().ToList();
        var names = await sheets.NamesAsync(people, cancellationToken);
        var (words, now) = (sheet.Words, clock.GetUtcNow());
        var lines = told.SelectMany(e =>
            LinesOf(e, p => p is { } known ? names.GetValueOrDefault(known, "?") : "?", words, now)
        );
        var title = Line.Bold(words.Say("Handoff.ExplainTitle", id.ToString()));
        return new Speech.Say(ChatMessage.Of([title, .. lines]), MessageRole.Other, 0);
    }

    private static IEnumerable<PersonId?> PeopleOf(LeadEventRow what) =>
        what.Kind == nameof(LeadOffered)
            ? OfferCodes.Read(what.Codes).People.Select(p => (PersonId?)new PersonId(p.Id))
            : [what.Actor, what.AssignedTo, what.HandedBy];

    private static IEnumerable<Line?> LinesOf(
        LeadEventRow what,
        Func<PersonId?, string> name,
        Wording words,
        DateTimeOffset now
    )
    {
        var at = words.Time(what.At, now);
        if (what.Kind == nameof(LeadAssigned))
        {
            yield return words.Say("Handoff.ExplainAssigned", at, name(what.AssignedTo), name(what.Actor));
        }
        else if (what.Kind == nameof(LeadHandedOver))
        {
            yield return words.Say("Handoff.ExplainHandedOver", at, name(what.HandedBy), name(what.Actor));
        }
        else if (what.Kind == nameof(OfferPassed))
        {
            yield return words.Say("Handoff.ExplainPassed", at, name(what.Actor));
        }
        else
        {
            var offer = OfferCodes.Read(what.Codes);
            yield return offer.To is { } to
                ? words.Say($"Handoff.Explain{offer.Mode}", at, name(new PersonId(to)))
                : words.Say("Handoff.ExplainAll", at);
            var skipped = offer.People.Where(p => p.Why is not SkipReason.Chosen).ToList();
            foreach (var person in skipped.Take(SkipsShown))
            {
                var why = WhyLead.Reason(person, words);
                yield return words.Say("Handoff.ExplainSkip", name(new PersonId(person.Id)), why);
            }

            yield return skipped.Count > SkipsShown
                ? words.Say("Handoff.ExplainMore", skipped.Count - SkipsShown)
                : null;
        }
    }
}
