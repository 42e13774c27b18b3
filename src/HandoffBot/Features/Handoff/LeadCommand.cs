using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary><c>/lead L-1042</c>: one lead as it stands; with its contact only in private and only for whoever may see it.</summary>
internal sealed class LeadCommand(LeadDesk desk) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (LeadId.Parse(command.Argument) is not { } id)
        {
            await desk.Replies.RefuseAsync(command, "Handoff.LeadUsage", cancellationToken);
            return;
        }

        if (await desk.Access.OpenAsync(command, id, cancellationToken) is not { } opened)
        {
            await desk.Replies.RefuseAsync(command, "Handoff.NoSuchLead", cancellationToken, id.ToString());
            return;
        }

        if (command.Place.IsPrivate && opened.Lead.Status is not LeadStatus.New && opened.Lead.MayWork(opened.Actor))
        {
            var arguments = new SendContact.Arguments(id.Value, opened.Caller.Id.Value);
            desk.Replies.Answer(command, nameof(SendContact), arguments);
        }
        else
        {
            desk.Replies.Answer(command, nameof(ShowLead), new ShowLead.Arguments(id.Value));
        }
    }
}
