using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Checkup;

/// <summary>Whether each team's events get out; a line for each team that has a webhook.</summary>
internal sealed class WebhookCheck(HandoffDb db, TimeProvider clock)
{
    /// <summary>What failed for less may be a receiver that is being started again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var webhooks = await (
            from webhook in db.Webhooks.AsNoTracking()
            join team in db.Teams on webhook.Team equals team.Id
            orderby team.Id
            select new { webhook, team.Name }
        ).ToListAsync(cancellationToken);
        return [.. webhooks.Select(w => Examine(w.Name, w.webhook))];
    }

    private Finding Examine(string team, Webhook webhook) =>
        webhook switch
        {
            { OffBecause: WebhookEnd.ByHand } => Finding.Well("Doctor.WebhookOff", team),
            { OffBecause: { } why } => Finding.Wrong($"Doctor.Webhook{why}", team, webhook.Host),
            { FailingSince: { } since } when clock.GetUtcNow() - since > Patience => Finding.Wrong(
                "Doctor.WebhookFailing",
                team,
                webhook.Host,
                since.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            ),
            _ => Finding.Well("Doctor.WebhookWell", team),
        };
}
