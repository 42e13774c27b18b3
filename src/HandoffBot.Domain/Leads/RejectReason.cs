namespace HandoffBot.Domain.Leads;

internal enum RejectReason
{
    NotOurArea,
    WrongProduct,
    NotACustomer,
    Duplicate,
    Spam,
    NoAnswer,
    Other,
}
