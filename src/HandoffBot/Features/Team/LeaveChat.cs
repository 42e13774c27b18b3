using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>Goes away from a chat that is none of the bot's.</summary>
internal sealed class LeaveChat : IDelivery
{
    public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        Task.FromResult<Speech>(new Speech.Leave(row.ChatId));
}
