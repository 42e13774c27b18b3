using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Forgetting;

/// <summary>Takes away what a person typed about somebody; Telegram lets the bot do so for 48 hours, in a group only as an admin.</summary>
internal sealed class RemoveTyped(HandoffDb db) : IDelivery
{
    internal sealed record Arguments(long Lead, int MessageId);

    public static Intent Of(long lead, MessageRef typed) =>
        new(
            nameof(RemoveTyped),
            new ChatAddress(typed.ChatId),
            string.Create(CultureInfo.InvariantCulture, $"forget:{lead}.{typed.MessageId}"),
            OutboxPriority.Refresh,
            new Arguments(lead, typed.MessageId)
        );

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var instead = await CoverMessages.StubAsync(db, new LeadId(given.Lead), cancellationToken);
        return new Speech.Delete(new MessageRef(row.ChatId, given.MessageId), instead);
    }
}
