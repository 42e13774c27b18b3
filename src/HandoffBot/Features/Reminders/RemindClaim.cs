using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Says in the sales chat that leads wait: first silently, past the SLA naming those who may take them.</summary>
internal sealed class RemindClaim(WaitingLeads leads, HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int MentionedAtMost = 5;

    /// <summary>Numbers that fit a phone's screen; with hundreds the line would be cut, and the mentions behind it lost.</summary>
    private const int Listed = 8;

    private static readonly TimeSpan CardsFirst = TimeSpan.FromSeconds(10);

    internal sealed record Arguments(int Team, IReadOnlyList<long> Leads, bool Mentions);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var waiting = (await leads.ReadAsync(given.Leads, cancellationToken))
            .Where(w => w.Lead.Status is LeadStatus.New)
            .ToList();
        if (waiting.Count == 0)
        {
            return Speech.Nothing("taken");
        }

        if (await db.Rushes.AnyAsync(r => r.Team == new TeamId(given.Team) && r.EndedAt == null, cancellationToken))
        {
            return Speech.Nothing("they stand in the queue");
        }

        var cards = await CardsAsync([.. waiting.Select(w => w.Id.Value)], row.ChatId, cancellationToken);
        var coming = await ComingAsync(row.ChatId, cancellationToken);
        waiting.RemoveAll(w => !cards.ContainsKey(w.Id.Value) && coming.Contains(w.Id.Value));
        if (waiting.Count == 0)
        {
            return new Speech.Later(CardsFirst, "its card was not sent yet");
        }

        var team = await leads.TeamAsync(new TeamId(given.Team), cancellationToken);
        var words = team.Words();
        var names = given.Mentions ? await MentionsAsync(team, words, cancellationToken) : [];
        var message = new ChatMessage
        {
            Lines = [new Line([new Span(What(waiting, team, words), Bold: true), .. names])],
            Silent = !given.Mentions,
            ReplyTo = waiting.Count == 1 && cards.TryGetValue(waiting[0].Id.Value, out var card) ? card : null,
        };
        return new Speech.Say(message, MessageRole.Reminder, 0, [.. waiting.Select(w => w.Id.Value)]);
    }

    private string What(List<WaitingLead> waiting, SalesTeam team, Wording words)
    {
        var now = clock.GetUtcNow();
        var oldest = waiting[0].Lead.WaitingSince;
        if (waiting.Count == 1)
        {
            var waited = team.Rhythm.Hours.Between(oldest, now);
            return words.Say("Reminders.Waits", waiting[0].Id.ToString(), words.Minutes(waited));
        }

        return words.Say(
            waiting.Count > Listed ? "Reminders.SeveralWaitMore" : "Reminders.SeveralWait",
            waiting.Count,
            words.Moment(oldest, now),
            string.Join(", ", waiting.Take(Listed).Select(w => w.Id)),
            waiting.Count - Listed
        );
    }

    private async Task<Dictionary<long, int>> CardsAsync(
        IReadOnlyList<long> numbers,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        var cards = await db
            .Messages.AsNoTracking()
            .Where(m => m.Role == MessageRole.Card && m.ChatId == chatId && numbers.Contains(m.About))
            .Select(m => new { m.About, m.MessageId })
            .ToListAsync(cancellationToken);
        return cards.GroupBy(c => c.About).ToDictionary(g => g.Key, g => g.Max(c => c.MessageId));
    }

    /// <summary>Leads whose card is still to be sent. One that Telegram refused, or that stands in the chat before, never comes.</summary>
    private async Task<HashSet<long>> ComingAsync(long chatId, CancellationToken cancellationToken)
    {
        var rows = await db
            .Outbox.AsNoTracking()
            .Where(o => o.ChatId == chatId && o.Delivery == Deliveries.PostCard)
            .Where(o => o.State != OutboxState.Sent && o.State != OutboxState.Ended)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(o => o.Read<Deliveries.OfLead>().Lead)];
    }

    private async Task<IEnumerable<Span>> MentionsAsync(
        SalesTeam home,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var (team, now) = (home.Id, clock.GetUtcNow());
        var found = await (
            from member in db.Members.AsNoTracking()
            where member.Team == team && member.LeftAt == null && (member.Roles & Roles.Rep) != 0
            join person in db.People on member.Person equals person.Id
            select new { member, person }
        ).ToListAsync(cancellationToken);
        // With more on shift than are mentioned: those who were active last.
        var reps = found
            .Where(a => a.member.ShiftAt(now, home.Rhythm.Hours).IsOn && a.person.Quiet?.Holds(now) != true)
            .OrderByDescending(a => a.member.ActiveAt(a.person))
            .Select(a => a.person)
            .Take(MentionedAtMost)
            .ToList();
        return reps.Count == 0
            ? []
            : reps.SelectMany((p, i) => new[] { new Span(i == 0 ? words["Reminders.OnShift"] : ", "), Mention(p) });
    }

    private static Span Mention(Person person) =>
        person.Username is { } username ? new Span($"@{username}") : new Span(person.Name, MentionOf: person.Id.Value);
}
