using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders.HandingOver;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Tells the manager what somebody leaves behind for their time off, or what falls due in it, with a button to give each away.</summary>
internal sealed class TellOwnerAway(HandoffDb db, WaitingLeads leads, OtherTeams others, TimeProvider clock) : IDelivery
{
    /// <summary>With a title and two lines more: eight lines, three rows of buttons.</summary>
    private const int Listed = 5;

    /// <param name="Due">Those that fell due; null: all that is open.</param>
    internal sealed record Arguments(int Team, long Owner, IReadOnlyList<long>? Due = null);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, owner, now) = (new TeamId(given.Team), new PersonId(given.Owner), clock.GetUtcNow());
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == id && m.Person == owner && m.LeftAt == null, cancellationToken);
        var open = (
            await leads.ReadAsync(given.Due ?? await OpenAsync(id, owner, cancellationToken), cancellationToken)
        )
            .Where(l => l.Lead.IsOwned && l.Lead.Owner == owner)
            .OrderBy(l => l.Lead.CallBackAt ?? l.Lead.NextStepAt)
            .ToList();
        if (member is null || open.Count == 0)
        {
            return Speech.Nothing("nothing of theirs is open");
        }

        var team = await leads.TeamAsync(id, cancellationToken);
        var words = team.Words();
        var back = member.ShiftAt(now, team.Rhythm.Hours).Until ?? now;
        var title = given.Due is null ? "Reminders.OwnerAwayOpen" : "Reminders.OwnerAwayDue";
        var listed = open.Take(Listed).ToList();
        var message = ChatMessage.Of([
            Line.Bold(words.Say(title, open[0].OwnerName, words.Time(back, now), open.Count)),
            .. listed.Select(l => (Line?)LineOf(l, words, now)),
            open.Count > Listed ? (Line)words.Say("Reminders.AndMore", open.Count - Listed) : null,
            row.To.IsPrivate ? (Line)words["Reminders.OwnerAwayWhatNow"] : null,
        ]);
        message = await others.MarkAsync(message, row.To, team, cancellationToken);
        var buttons = listed
            .Select(l =>
                Button.Of(words.Say("Reminders.AssignOne", l.Id.ToString()), LeadVerbs.ChooseAssignee, l.Id.Value)
            )
            .Chunk(2);
        return new Speech.Say(
            row.To.IsPrivate ? message.With([.. buttons]) : message,
            MessageRole.Reminder,
            0,
            [.. listed.Select(l => l.Id.Value)]
        );
    }

    private Task<List<long>> OpenAsync(TeamId team, PersonId owner, CancellationToken cancellationToken) =>
        db
            .Leads.AsNoTracking()
            .Where(l => l.Team == team && l.Owner == owner)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
            .Select(l => l.Id.Value)
            .ToListAsync(cancellationToken);

    private static string LineOf(WaitingLead lead, Wording words, DateTimeOffset now) =>
        lead.Lead is { CallBackAt: null, IsNotWorked: false } ? lead.Title : AskHandover.LineOf(lead, words, now);
}
