namespace HandoffBot.Domain.Leads;

internal enum LostReason
{
    Price,
    Competitor,
    Postponed,
    NoNeed,
    Other,
}
