using HandoffBot.Chat;

namespace HandoffBot.Outbox;

/// <summary>A chat the admin has to look after.</summary>
internal sealed record TroubleNotice(long ChatId, int ThreadId, HeldReason Why)
{
    public const string Delivery = "TellTrouble";
}
