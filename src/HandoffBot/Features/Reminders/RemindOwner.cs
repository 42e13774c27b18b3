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
internal sealed class RemindOwner(WaitingLeads leads, HandoffDb db) : IDelivery
{
    private const int NoteLength = 200;

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

        var words = (await leads.TeamAsync(new TeamId(given.Team), cancellationToken)).Words();
        var lines = new List<Line?>();
        foreach (var lead in open)
        {
            lines.Add(Line.Bold(words.Say($"Reminders.{steps[lead.Id.Value]}", lead.Id.ToString())));
            lines.Add(lead.Subject);
            lines.AddRange(
                row.To.IsPrivate
                    ? await ContactAsync(lead, words, open.Count == 1, cancellationToken)
                    : [words.Say("Reminders.Owner", lead.OwnerName)]
            );
        }

        var buttons = open.Select(w =>
            Button.Of(open.Count == 1 ? words["Reminders.Steps"] : w.Id.ToString(), LeadVerbs.Work, w.Id.Value)
        );
        var numbers = open.Select(w => w.Id.Value).ToList();
        return new Speech.Say(ChatMessage.Of([.. lines]).With([.. buttons.Chunk(2)]), MessageRole.Reminder, 0, numbers);
    }

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
        bool isAlone,
        CancellationToken cancellationToken
    )
    {
        var contact = lead.Lead.Contact;
        var note = isAlone
            ? await db
                .LeadWords.AsNoTracking()
                .Where(w => w.Lead == lead.Id && w.Kind == WordsKind.Note)
                .OrderByDescending(w => w.Id)
                .Select(w => w.Text)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        return
        [
            contact.Name is { } name ? (Line)OutsideText.Isolate(name) : null,
            (contact.Phone ?? contact.Email ?? contact.Messenger) is { } reach ? (Line)reach : null,
            note is null
                ? null
                : (Line)words.Say("Reminders.Note", OutsideText.Isolate(OutsideText.Cut(note, NoteLength))),
        ];
    }
}
