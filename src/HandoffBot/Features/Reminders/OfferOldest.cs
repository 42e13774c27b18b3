using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Resources;

namespace HandoffBot.Features.Reminders;

/// <summary>Somebody whose hands were full has room again: the lead that waits longest.</summary>
internal sealed class OfferOldest(WaitingLeads leads, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(int Team, long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var found = await leads.ReadAsync([given.Lead], cancellationToken);
        if (found is not [{ Lead.Status: LeadStatus.New } waiting])
        {
            return Speech.Nothing("taken");
        }

        var words = (await leads.TeamAsync(new TeamId(given.Team), cancellationToken)).Words();
        var waited = clock.GetUtcNow() - waiting.Lead.WaitingSince;
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Reminders.RoomAgain", waiting.Id.ToString(), words.Minutes(waited))),
            waiting.Subject,
            words["Reminders.RoomWhatNow"]
        );
        var take = Button.Of(words["Reminders.Take"], LeadVerbs.Take, given.Lead);
        return new Speech.Say(message.With([take]), MessageRole.Reminder, 0, [given.Lead]);
    }
}
