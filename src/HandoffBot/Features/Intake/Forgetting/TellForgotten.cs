using HandoffBot.Backups;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary>Tells the admin what was erased, what stays, and until when backups hold it.</summary>
internal sealed class TellForgotten(
    HandoffDb db,
    BackupFolder folder,
    IOptions<BackupOptions> backups,
    TimeProvider clock
) : IDelivery
{
    internal sealed record Arguments(long Lead, int Leads, int Messages);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var lead = new LeadId(given.Lead);
        var team = await db
            .Teams.AsNoTracking()
            .SingleAsync(t => db.Leads.Any(l => l.Id == lead && l.Team == t.Id), cancellationToken);
        var words = team.Words();
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Forgetting.Told", given.Leads)),
            words.Say("Forgetting.ToldErased", given.Messages),
            words["Forgetting.ToldStays"],
            Backups(words)
        );
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    private string Backups(Wording words)
    {
        if (folder.Place is null)
        {
            return words["Forgetting.ToldNoBackups"];
        }

        var now = clock.GetUtcNow();
        var last = words.Day(now).AddDays(backups.Value.Keep);
        return words.Say("Forgetting.ToldBackups", backups.Value.Keep, words.Date(last, words.Day(now)));
    }
}
