namespace HandoffBot.Features.Intake.ByHand;

/// <summary>The steps of dictating a lead, in their order.</summary>
internal static class NewLeadStep
{
    /// <summary>A text lies there, and nobody has said yet that it is a lead.</summary>
    public const string Offer = "Offer";

    public const string Name = "Name";
    public const string Contact = "Contact";
    public const string Wanted = "Wanted";
    public const string City = "City";
    public const string Check = "Check";
    public const string Fix = "Fix";

    /// <summary>The next thing that is not known yet; the check when all is.</summary>
    public static string After(string step, NewLeadDraft draft) =>
        step switch
        {
            _ when draft.IsFixing => Check,
            Name => draft.HasContact ? After(Contact, draft) : Contact,
            Contact => draft.SaysWhat ? After(Wanted, draft) : Wanted,
            Wanted => draft.City is not null ? Check : City,
            _ => Check,
        };
}
