using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Reminds an owner: a planned call is due, nobody called yet, or no outcome was given.</summary>
internal sealed class RemindOwner(WaitingLeads leads, HandoffDb db, OwnersLeave leave, AskedOutcomes asked) : IDelivery
{
    private const int NoteLength = 200;

    /// <summary>Of one among several.</summary>
    private const int ShortNoteLength = 60;

    /// <summary>With a title and a line for the rest: eight lines, three rows of buttons.</summary>
    private const int Listed = 6;

    internal sealed record Arguments(int Team, long Owner, IReadOnlyList<Due> Leads);

    internal sealed record Due(long Lead, LeadStep Step);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var steps = given.Leads.ToDictionary(d => d.Lead, d => d.Step);
        var open = (await leads.ReadAsync([.. steps.Keys], cancellationToken))
            .Where(w => w.Lead.IsOwned && w.Lead.Owner?.Value == given.Owner && StillDue(w.Lead, steps[w.Id.Value]))
            .ToList();
        if (open.Count == 0)
        {
            return Speech.Nothing("done");
        }

        var (team, owner) = (new TeamId(given.Team), new PersonId(given.Owner));
        if (await leave.IsRoutedAsync(team, owner, cancellationToken))
        {
            return Speech.Nothing("on leave, the manager hears it");
        }

        if (row.To.IsPrivate && await asked.ListedAsync(team, owner, cancellationToken))
        {
            var again = await asked.OfAsync([.. open.Select(o => o.Id).Where(IsOutcome)], cancellationToken);
            open.RemoveAll(o => again.Contains(o.Id));
        }

        if (open.Count == 0)
        {
            return Speech.Nothing("in the morning list");
        }

        var words = (await leads.TeamAsync(team, cancellationToken)).Words();
        var message =
            open.Count == 1
                ? await OneAsync(open[0], steps[open[0].Id.Value], row.To.IsPrivate, words, cancellationToken)
                : await SeveralAsync(open, steps, row.To.IsPrivate, words, cancellationToken);
        return new Speech.Say(message, MessageRole.Reminder, 0, [.. open.Select(w => w.Id.Value)])
        {
            IsPlanned = steps.ContainsValue(LeadStep.CallBack),
        };

        bool IsOutcome(LeadId lead) => steps[lead.Value] is LeadStep.Outcome;
    }

    private async Task<ChatMessage> OneAsync(
        WaitingLead lead,
        LeadStep step,
        bool inPrivate,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var contact = inPrivate
            ? await ContactAsync(lead, words, cancellationToken)
            : [words.Say("Reminders.Owner", lead.OwnerName)];
        var steps = Button.Of(words["Reminders.Steps"], LeadVerbs.Work, lead.Id.Value);
        if (IsInVain(lead.Lead, step))
        {
            var title = Line.Bold(words.Say("Reminders.Close", lead.Id.ToString(), lead.Lead.Attempts));
            var close = Button.Of(
                words["Reminders.CloseNoAnswer"],
                LeadVerbs.Reject,
                lead.Id.Value,
                (long)RejectReason.NoAnswer
            );
            return ChatMessage.Of([title, lead.Subject, .. contact]).With([close], [steps]);
        }

        return ChatMessage
            .Of([Line.Bold(words.Say($"Reminders.{step}", lead.Id.ToString())), lead.Subject, .. contact])
            .With([steps]);
    }

    /// <summary>A line for each of the first few, in private with its last note; the contacts are behind the buttons.</summary>
    private async Task<ChatMessage> SeveralAsync(
        List<WaitingLead> open,
        Dictionary<long, LeadStep> steps,
        bool inPrivate,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var listed = open.OrderByDescending(w => steps[w.Id.Value] is LeadStep.CallBack).Take(Listed).ToList();
        var lines = new List<Line?>();
        foreach (var lead in listed)
        {
            var what = words.Say($"Reminders.Short{steps[lead.Id.Value]}", lead.Title);
            var note = inPrivate ? await NoteAsync(lead.Id, cancellationToken) : null;
            lines.Add(
                note is null
                    ? what
                    : $"{what} · {words.Quoted(Shown(OutsideText.Line(note, NoteLength), ShortNoteLength))}"
            );
        }

        var more = open.Count > Listed ? words.Say("Reminders.AndMoreMine", open.Count - Listed) : null;
        var title = inPrivate
            ? words.Say("Reminders.OwnerSeveral", open.Count)
            : words.Say("Reminders.OwnerSeveralOf", open[0].OwnerName, open.Count);
        var buttons = listed.Select(w => Button.Of(w.Id.ToString(), LeadVerbs.Work, w.Id.Value)).Chunk(2);
        return ChatMessage.Of([Line.Bold(title), .. lines, more]).With([.. buttons]);
    }

    private static bool IsInVain(Lead lead, LeadStep step) =>
        step is LeadStep.Outcome && lead is { IsTriedEnough: true, CallBackAt: null };

    private static bool StillDue(Lead lead, LeadStep step) =>
        step switch
        {
            LeadStep.FirstContact => lead.ContactedAt is null && lead.Attempts == 0,
            LeadStep.CallBack => lead.CallBackAt is not null,
            _ => true,
        };

    private async Task<IEnumerable<Line?>> ContactAsync(
        WaitingLead lead,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var contact = lead.Lead.Contact;
        var note = await NoteAsync(lead.Id, cancellationToken);
        return
        [
            contact.Name is { } name ? (Line)OutsideText.Isolate(name) : null,
            (contact.Phone ?? contact.Email ?? contact.Messenger) is { } reach ? (Line)reach : null,
            note is null ? null : (Line)words.Say("Reminders.Note", Shown(note, NoteLength)),
        ];
    }

    private Task<string?> NoteAsync(LeadId lead, CancellationToken cancellationToken) =>
        db
            .LeadWords.AsNoTracking()
            .Where(w => w.Lead == lead && w.Kind == WordsKind.Note)
            .OrderByDescending(w => w.Id)
            .Select(w => w.Text)
            .FirstOrDefaultAsync(cancellationToken);

    private static string Shown(string note, int length) => OutsideText.Isolate(OutsideText.Cut(note, length));
}
