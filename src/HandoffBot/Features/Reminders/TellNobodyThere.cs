using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Tells the manager that leads wait in working time and nobody is on shift: no reminder will come until somebody is.</summary>
internal sealed class TellNobodyThere(HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int Listed = 6;

    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var waiting = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == id && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .OrderBy(l => l.WaitingSince)
            .Select(l => new { l.Id, l.WaitingSince })
            .ToListAsync(cancellationToken);
        if (team.UnattendedSince is null || waiting.Count == 0)
        {
            return Speech.Nothing("somebody is there");
        }

        var words = team.Words();
        var since = words.Time(waiting[0].WaitingSince, clock.GetUtcNow());
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Reminders.NobodyThere", waiting.Count, since)),
            words["Reminders.NobodyThereThen"]
        );
        var buttons = waiting
            .Take(Listed)
            .Select(w =>
                Button.Of(words.Say("Reminders.AssignOne", w.Id.ToString()), LeadVerbs.ChooseAssignee, w.Id.Value)
            )
            .Chunk(2);
        return new Speech.Say(
            message.With([.. buttons]),
            MessageRole.Reminder,
            0,
            [.. waiting.Take(Listed).Select(w => w.Id.Value)]
        );
    }
}
