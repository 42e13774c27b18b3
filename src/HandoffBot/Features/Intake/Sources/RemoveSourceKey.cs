using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Takes a message with a key away again.</summary>
internal sealed class RemoveSourceKey : IDelivery
{
    internal sealed record Arguments(int MessageId);

    public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        Task.FromResult<Speech>(new Speech.Delete(new MessageRef(row.ChatId, row.Read<Arguments>().MessageId)));
}
