using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>
/// Who comes on shift hears what waits; for the first time of the day also whom to call back today, what came of nothing yet and which promotions start.
/// Nothing to do, nothing said.
/// </summary>
internal sealed class GreetShift(HandoffDb db, WaitingLeads leads, TimeProvider clock) : IDelivery
{
    private const int CallsShown = 4;
    private const int OwedShown = 6;
    private const int PromotionsShown = 2;
    private const int PromotionLength = 80;

    internal sealed record Arguments(int Team, long Person, bool IsFirst);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, person, now) = (new TeamId(given.Team), new PersonId(given.Person), clock.GetUtcNow());
        var team = await leads.TeamAsync(id, cancellationToken);
        var words = team.Words();
        var waiting = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == id && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .NotResting(now)
            .OrderBy(l => l.WaitingSince)
            .Select(l => l.WaitingSince)
            .ToListAsync(cancellationToken);
        var mine = given.IsFirst ? await MineAsync(id, person, cancellationToken) : [];
        var owed = mine.Where(m => m.Lead.Said.HasFlag(LeadStep.Outcome) && m.Lead.CallBackAt is null).ToList();
        var calls = mine.Where(m => m.Lead.CallBackAt < team.Rhythm.Hours.DayEndsAt(now)).ToList();
        var starting = given.IsFirst ? await StartingAsync(id, words.Day(now), cancellationToken) : [];
        if (waiting.Count + owed.Count + calls.Count + starting.Count == 0)
        {
            return Speech.Nothing("nothing to do");
        }

        var lines = new List<Line?>
        {
            Line.Bold(words[given.IsFirst ? "Reminders.Morning" : "Reminders.BackAtWork"]),
            waiting.Count == 0
                ? null
                : (Line)words.Say("Reminders.MorningWait", waiting.Count, words.Time(waiting[0], now)),
            calls.Count == 0 ? null : (Line)words.Say("Reminders.MorningCalls", Calls(calls, words, now)),
            owed.Count == 0 ? null : (Line)words.Say("Reminders.MorningOwed", Owed(owed, words)),
        };
        lines.AddRange(
            starting.Select(p =>
                (Line?)
                    words.Say("Reminders.MorningPromotion", OutsideText.Isolate(OutsideText.Line(p, PromotionLength)))
            )
        );
        var message = ChatMessage.Of([.. lines]) with { Silent = given.IsFirst };
        var take = Button.Of(words["Reminders.TakeFirst"], LeadVerbs.TakeNext, given.Team);
        var withButtons = waiting.Count > 0 ? message.With([take]) : message;
        return new Speech.Say(withButtons, MessageRole.Other, 0, [.. calls.Concat(owed).Select(m => m.Id.Value)]);
    }

    private Task<List<string>> StartingAsync(TeamId team, DateOnly today, CancellationToken cancellationToken) =>
        db
            .Promotions.AsNoTracking()
            .Where(p => p.Team == team && p.StartsOn == today)
            .OrderBy(p => p.Id)
            .Select(p => p.Text)
            .Take(PromotionsShown)
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<WaitingLead>> MineAsync(
        TeamId team,
        PersonId person,
        CancellationToken cancellationToken
    )
    {
        var numbers = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == team && l.Owner == person)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
            .Where(l => l.CallBackAt != null || (l.Said & LeadStep.Outcome) != 0)
            .Select(l => l.Id.Value)
            .ToListAsync(cancellationToken);
        return await leads.ReadAsync(numbers, cancellationToken);
    }

    private static string Calls(List<WaitingLead> calls, Wording words, DateTimeOffset now)
    {
        var shown = calls
            .OrderBy(c => c.Lead.CallBackAt)
            .Take(CallsShown)
            .Select(c => $"{words.Time(c.Lead.CallBackAt!.Value, now)} {WhoOf(c)}");
        return WithRest(shown, calls.Count - CallsShown, words);
    }

    private static string WhoOf(WaitingLead lead) =>
        lead.Lead.Contact.Name is { Length: > 0 } name
            ? $"{OutsideText.Isolate(OutsideText.Cut(name, 24))} ({lead.Id})"
            : lead.Id.ToString();

    private static string Owed(List<WaitingLead> owed, Wording words) =>
        WithRest(owed.Take(OwedShown).Select(o => o.Id.ToString()), owed.Count - OwedShown, words);

    private static string WithRest(IEnumerable<string> shown, int rest, Wording words) =>
        string.Join(", ", rest > 0 ? [.. shown, words.Say("Reminders.MorningMore", rest)] : shown);
}
