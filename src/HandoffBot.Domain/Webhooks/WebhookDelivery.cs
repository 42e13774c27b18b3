using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Webhooks;

/// <summary>One event of a lead on its way out. It holds ids only; what is said is read when it is sent.</summary>
internal sealed class WebhookDelivery
{
    /// <summary>When an event is due that nobody may hear of yet: its lead's list is still being written.</summary>
    public static readonly DateTimeOffset NotYet = DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_000);

    public long Seq { get; private set; }

    public required long Webhook { get; init; }

    public required LeadId Lead { get; init; }

    /// <summary>The lead's own number of the event.</summary>
    public required int Number { get; init; }

    /// <summary>The event's kind, as in the lead's history.</summary>
    public required string Kind { get; init; }

    /// <summary>The same at every try, and never given twice: by it a receiver knows what it has had.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset DueAt { get; private set; }

    public WebhookDeliveryState State { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Since when it is settled.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The status of the last answer, if there was one.</summary>
    public int? Status { get; private set; }

    public WebhookTrouble? Trouble { get; private set; }

    /// <param name="isArriving">The lead is seen by nobody yet, see <see cref="NotYet"/>.</param>
    public static WebhookDelivery Of(long webhook, LeadEvent what, bool isArriving = false) =>
        new()
        {
            Webhook = webhook,
            Lead = what.Lead,
            Number = what.Number,
            Kind = what.GetType().Name,
            MessageId = NewMessageId(what.At),
            CreatedAt = what.At,
            DueAt = isArriving ? NotYet : what.At,
        };

    /// <summary>Random, because numbers of leads come again after a restored backup.</summary>
    public static string NewMessageId(DateTimeOffset at) => $"msg_{Guid.CreateVersion7(at):N}";

    public void Took(WebhookAnswer answer, DateTimeOffset at)
    {
        Tries++;
        (State, DoneAt, Status, Trouble) = (WebhookDeliveryState.Sent, at, answer.Status, null);
    }

    /// <summary>It was not taken: it waits for its next turn, or has failed for good.</summary>
    /// <param name="dice">0 to 1, for <see cref="WebhookRetries.Jitter"/>.</param>
    /// <returns>False: for good.</returns>
    public bool Missed(WebhookAnswer answer, DateTimeOffset at, double dice)
    {
        Tries++;
        if (WebhookRetries.After(Tries, dice) is not { } wait)
        {
            Fail(answer, at);
            return false;
        }

        DueAt = at + (answer.RetryAfter > wait ? answer.RetryAfter.Value : wait);
        (Status, Trouble) = (answer.Status, answer.Trouble);
        return true;
    }

    public void Fail(WebhookAnswer answer, DateTimeOffset at) =>
        (State, DoneAt, Status, Trouble) = (WebhookDeliveryState.Failed, at, answer.Status, answer.Trouble);
}

/// <summary>Where an event on its way out stands.</summary>
internal enum WebhookDeliveryState
{
    Pending,
    Sent,
    Failed,
}
