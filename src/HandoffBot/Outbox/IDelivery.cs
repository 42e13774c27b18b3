using HandoffBot.Chat;
using HandoffBot.Persistence;

namespace HandoffBot.Outbox;

/// <summary>Says one kind of thing: reads the rows again and renders the message as of now.</summary>
internal interface IDelivery
{
    /// <summary>What becomes of it when its reader cannot be written to.</summary>
    WhenUnreachable WhenUnreachable => WhenUnreachable.End;

    Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken);

    /// <summary>Called in the transaction that marks the row as sent.</summary>
    Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb db,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Called in the same transaction for messages it wanted to change and that stand no more.</summary>
    Task GoneAsync(
        OutboxMessage row,
        IReadOnlyList<MessageRef> gone,
        HandoffDb db,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}

internal enum WhenUnreachable
{
    /// <summary>Nothing is lost without it.</summary>
    End,

    /// <summary>It waits until the person is back.</summary>
    Wait,

    /// <summary>It goes to the team's sales chat, with number and subject only.</summary>
    TellSalesChat,
}
