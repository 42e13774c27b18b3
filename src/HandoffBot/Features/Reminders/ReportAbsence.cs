using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Says in the sales chat that the bot was away: which presses were lost, which leads wait, and that the clock stood.</summary>
internal sealed class ReportAbsence(HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int Listed = 10;

    internal sealed record Arguments(int Team, DateTimeOffset From, DateTimeOffset To, TimeSpan Away);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var id = new TeamId(given.Team);
        var waiting = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == id && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .OrderBy(l => l.WaitingSince)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return Speech.Nothing("none waits any more");
        }

        var words = (await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken)).Words();
        var numbers = waiting.Select(l => l.Value).Take(Listed).ToList();
        return new Speech.Say(Message(given, waiting, words), MessageRole.Reminder, 0, numbers);
    }

    private ChatMessage Message(Arguments given, List<LeadId> waiting, Wording words)
    {
        var now = clock.GetUtcNow();
        var listed = string.Join(", ", waiting.Take(Listed));
        var lost = new Absence(given.From, given.To).PressesLostUntil;
        return ChatMessage.Of(
            Line.Bold(words.Say("Reminders.Absence", words.Time(given.From, now), words.Time(given.To, now))),
            words.Say("Reminders.AbsencePresses", words.Time(lost, now)),
            words.Say(
                waiting.Count > Listed ? "Reminders.AbsenceOpenMore" : "Reminders.AbsenceOpen",
                waiting.Count,
                listed,
                waiting.Count - Listed
            ),
            words.Say("Reminders.AbsenceMoved", words.Minutes(given.Away))
        );
    }
}
