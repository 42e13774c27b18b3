using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Merging;

namespace HandoffBot.Features.Handoff;

/// <summary><c>/lead L-1042</c>: one lead as it stands, or the one that goes on for it, in private; with its contact only for whoever may see it.</summary>
internal sealed class LeadCommand(LeadDesk desk, MergeDesk merges) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (LeadId.Parse(command.Argument) is not { } id)
        {
            await desk.Replies.RefuseAsync(command, "Handoff.LeadUsage", cancellationToken);
            return;
        }

        if (await merges.OpenStandingAsync(command, id, cancellationToken) is not { } opened)
        {
            await desk.Replies.RefuseAsync(command, "Handoff.NoSuchLead", cancellationToken, id.ToString());
            return;
        }

        if (!opened.InPrivate)
        {
            await desk.Replies.RefuseAsync(command, "Handoff.StartFirst", cancellationToken);
        }
        else
        {
            desk.Open(command, opened);
        }
    }
}
