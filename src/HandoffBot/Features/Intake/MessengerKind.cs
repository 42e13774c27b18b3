namespace HandoffBot.Features.Intake;

internal enum MessengerKind
{
    Telegram,
    WhatsApp,
    Other,
}
