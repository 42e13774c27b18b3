using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>
/// Tells the manager that leads wait in working time and nobody is on shift: no reminder will come until somebody is. Where no manager can be
/// written to, the sales chat hears it, without buttons.
/// </summary>
internal sealed class TellNobodyThere(HandoffDb db, OtherTeams others, TimeProvider clock) : IDelivery
{
    private const int Listed = 6;

    internal sealed record Arguments(int Team);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

    public static async Task SayAsync(
        HandoffDb db,
        SalesTeam team,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var managers = await (
            from member in db.Members.AsNoTracking()
            where member.Team == team.Id && member.LeftAt == null && (member.Roles & (Roles.Manager | Roles.Admin)) != 0
            join person in db.People on member.Person equals person.Id
            where person.StartedAt != null && person.BlockedAt == null
            select person.Id
        ).ToListAsync(cancellationToken);
        var sales = await db
            .Chats.AsNoTracking()
            .Where(c =>
                managers.Count == 0 && c.Team == team.Id && c.Kind == ChatKind.Sales && c.State != ChatState.Lost
            )
            .Select(c => new ChatAddress(c.ChatId, c.ThreadId))
            .ToListAsync(cancellationToken);
        foreach (var to in managers.Select(m => ChatAddress.Private(m.Value)).Concat(sales))
        {
            var said = new Arguments(team.Id.Value);
            db.Say(ShiftNotice.To(to, team.Id, nameof(TellNobodyThere), said, now), now);
        }
    }

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, now) = (new TeamId(row.Read<Arguments>().Team), clock.GetUtcNow());
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var waiting = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == id && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .NotResting(now)
            .OrderBy(l => l.WaitingSince)
            .Select(l => new { l.Id, l.WaitingSince })
            .ToListAsync(cancellationToken);
        if (team.UnattendedSince is null || waiting.Count == 0)
        {
            return Speech.Nothing("somebody is there");
        }

        var words = team.Words();
        var since = words.Moment(waiting[0].WaitingSince, now);
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Reminders.NobodyThere", waiting.Count, since)),
            words["Reminders.NobodyThereThen"]
        );
        message = await others.MarkAsync(message, row.To, team, cancellationToken);
        var buttons = waiting
            .Take(Listed)
            .Select(w =>
                Button.Of(words.Say("Reminders.AssignOne", w.Id.ToString()), LeadVerbs.ChooseAssignee, w.Id.Value)
            )
            .Chunk(2);
        return new Speech.Say(
            row.To.IsPrivate ? message.With([.. buttons]) : message,
            MessageRole.Reminder,
            0,
            [.. waiting.Take(Listed).Select(w => w.Id.Value)]
        );
    }
}
