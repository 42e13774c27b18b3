namespace HandoffBot.Webhooks;

/// <summary>Something to be sent to a webhook now: the event on that row, or a test.</summary>
/// <param name="Seq">0: a test.</param>
internal readonly record struct WebhookTurn(long Webhook, long Seq)
{
    public bool IsTest => Seq == 0;
}
