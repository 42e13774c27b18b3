using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>A rep's open leads, the next thing to do first; a button opens each.</summary>
internal sealed class ListMine(HandoffDb db, LeadSheets sheets, OtherTeams others, TimeProvider clock) : IDelivery
{
    /// <summary>With a title and a line for the rest: eight lines.</summary>
    private const int Shown = 6;

    /// <param name="Skip">How many stand on the pages before.</param>
    internal sealed record Arguments(int Team, long Person, int Skip = 0);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (team, person) = (new TeamId(given.Team), new PersonId(given.Person));
        var mine = db
            .Leads.AsNoTracking()
            .Where(l => l.Team == team && l.Owner == person)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified);
        var count = await mine.CountAsync(cancellationToken);
        // Some were closed since the page before: the list begins anew rather than end in "none".
        var skip = given.Skip < count ? given.Skip : 0;
        var home = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == team, cancellationToken);
        var tomorrow = home.Rhythm.Hours.DayEndsAt(clock.GetUtcNow());
        var ids = await InOrder(mine, tomorrow).Skip(skip).Take(Shown).ToListAsync(cancellationToken);
        var words = home.Words();
        if (ids.Count == 0)
        {
            return new Speech.Say(await MarkAsync(ChatMessage.Of(words["Handoff.MineNone"])), MessageRole.Other, 0);
        }

        var lines = new List<Line?> { Line.Bold(words.Say("Handoff.Mine", count)) };
        foreach (var id in ids)
        {
            lines.Add(LineOf((await sheets.FindAsync(id, cancellationToken))!, words));
        }

        var rest = count - skip - ids.Count;
        var buttons = ids.Select(id => (Button)Button.Of(id.ToString(), LeadVerbs.Work, id.Value)).Chunk(2);
        Button[][] next =
            rest > 0
                ?
                [
                    [Button.Of(words.Say("Handoff.MineMore", rest), MineMore.Verb, skip + ids.Count, given.Team)],
                ]
                : [];
        var message = await MarkAsync(ChatMessage.Of([.. lines]).With([.. buttons, .. next]));
        return new Speech.Say(message, MessageRole.Other, 0, [.. ids.Select(i => i.Value)]);

        Task<ChatMessage> MarkAsync(ChatMessage said) =>
            others.MarkAsync(said, row.To, home, cancellationToken, "mine");
    }

    /// <summary>Before what comes next: who is to be called today, as planned or because nobody tried yet.</summary>
    private static IQueryable<LeadId> InOrder(IQueryable<Lead> mine, DateTimeOffset tomorrow) =>
        mine.Select(l => new
            {
                l.Id,
                l.NextStepAt,
                CallAt = l.CallBackAt ?? (l.ContactedAt == null && l.Attempts == 0 ? l.ClaimedAt : null),
            })
            .OrderBy(l => l.CallAt < tomorrow ? l.CallAt : tomorrow)
            .ThenBy(l => l.NextStepAt)
            .ThenBy(l => l.Id)
            .Select(l => l.Id);

    private Line LineOf(LeadSheet sheet, Wording words)
    {
        var lead = sheet.Lead;
        var next = lead switch
        {
            { CallBackAt: { } at } => words.Say("Handoff.MineCallBack", words.Time(at, clock.GetUtcNow())),
            { Status: LeadStatus.Qualified } => words["Handoff.MineQualified"],
            { ContactedAt: not null } => words["Handoff.MineReached"],
            { Attempts: > 0 } => words.Say("Handoff.MineTried", lead.Attempts),
            _ => words["Handoff.MineNew"],
        };
        return $"{LeadCard.Title(sheet)} · {next}";
    }
}
