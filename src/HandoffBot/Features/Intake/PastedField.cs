namespace HandoffBot.Features.Intake;

internal enum PastedField
{
    Name,
    Phone,
    Email,
    Messenger,
    Product,
    City,
    Message,
}
