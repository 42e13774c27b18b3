using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Why a lead was offered or given to somebody, or not to who asks: as it stood then, from the lead's history.</summary>
internal sealed class WhyLead(LeadDesk desk, LeadSheets sheets) : LeadButton(desk)
{
    private const int SkipsShown = 3;

    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var last = await Db
            .LeadEvents.AsNoTracking()
            .Where(e => e.Lead == opened.Lead.Id && ExplainLead.Reasons.Contains(e.Kind))
            .OrderByDescending(e => e.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return LeadDesk.Toast(opened.Words["Handoff.WhyFree"], alert: true);
        }

        if (opened.InPrivate && pressed.Place.IsPrivate)
        {
            // The popup has room for the last of it alone.
            var all = new ExplainLead.Arguments(opened.Lead.Id.Value);
            Desk.Replies.Answer(pressed, nameof(ExplainLead), all);
        }

        var text = last.Kind switch
        {
            nameof(LeadAssigned) => await AssignedAsync(last, opened, cancellationToken),
            nameof(LeadHandedOver) => opened.Words.Say(
                "Handoff.WhyHandedOver",
                await Desk.NameAsync(last.HandedBy, cancellationToken),
                await Desk.NameAsync(last.Actor, cancellationToken)
            ),
            _ => await OfferedAsync(OfferCodes.Read(last.Codes), opened, cancellationToken),
        };
        var isForAll =
            last.Kind == nameof(LeadOffered)
            && opened.Lead.Status is LeadStatus.New
            && opened.Lead.KeptFor(opened.Now) is null
            && OfferCodes.Read(last.Codes).To is not null;
        return LeadDesk.Toast(isForAll ? $"{text} {opened.Words["Handoff.WhyNowAll"]}" : text, alert: true);
    }

    private async Task<string> AssignedAsync(LeadEventRow row, OpenedLead opened, CancellationToken cancellationToken)
    {
        var to = row.AssignedTo;
        var by = await Desk.NameAsync(row.Actor, cancellationToken);
        return to == opened.Caller.Id
            ? opened.Words.Say("Handoff.WhyAssignedYou", by)
            : opened.Words.Say("Handoff.WhyAssigned", by, await Desk.NameAsync(to, cancellationToken));
    }

    private async Task<string> OfferedAsync(OfferCodes offer, OpenedLead opened, CancellationToken cancellationToken)
    {
        var words = opened.Words;
        var names = await sheets.NamesAsync([.. offer.People.Select(p => new PersonId(p.Id))], cancellationToken);
        var me = offer.People.FirstOrDefault(p => p.Id == opened.Caller.Id.Value);
        return me switch
        {
            { Why: SkipReason.Chosen } => Chosen(offer, me, names, words),
            null => Other(offer, names, words, words["Handoff.WhyNotThere"]),
            _ => Other(offer, names, words, Reason(me, words)),
        };
    }

    private static string Chosen(
        OfferCodes offer,
        OfferCodes.Person me,
        Dictionary<PersonId, string> names,
        Wording words
    )
    {
        var skipped = offer
            .People.Where(p => p.Why is not SkipReason.Chosen and not SkipReason.LaterInTurn)
            .Take(SkipsShown)
            .Select(p => $"{NameOf(p.Id, names)} ({Reason(p, words)})")
            .ToList();
        string?[] said =
        [
            words[$"Handoff.WhyYou{offer.Mode}"],
            skipped.Count == 0 ? null : words.Say("Handoff.WhySkipped", string.Join(", ", skipped)),
            offer.Mode is HandingMode.InTurn ? words.Say("Handoff.WhyShares", me.Offers, me.Shift) : null,
        ];
        return string.Join(" ", said.OfType<string>());
    }

    private static string Other(OfferCodes offer, Dictionary<PersonId, string> names, Wording words, string reason)
    {
        var to = offer.To is { } id ? words.Say("Handoff.WhyOther", NameOf(id, names)) : words["Handoff.WhyNobody"];
        return $"{to} {words.Say("Handoff.WhyNotYou", reason)}";
    }

    public static string Reason(OfferCodes.Person person, Wording words) =>
        words.Say($"Handoff.Skip{person.Why}", person.Carried, person.Offers, person.Shift);

    private static string NameOf(long id, Dictionary<PersonId, string> names) =>
        names.GetValueOrDefault(new PersonId(id), "?");
}
