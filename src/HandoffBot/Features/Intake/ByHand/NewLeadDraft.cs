namespace HandoffBot.Features.Intake.ByHand;

/// <summary>A lead somebody is dictating, as far as it is known.</summary>
internal sealed record NewLeadDraft
{
    /// <summary>A text that may become a lead, once somebody says so.</summary>
    public string? Text { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Messenger { get; init; }

    public string? Product { get; init; }

    public string? City { get; init; }

    public string? Message { get; init; }

    /// <summary>One field is being corrected; after it everything is shown again.</summary>
    public bool IsFixing { get; init; }

    public bool HasContact => (Phone ?? Email ?? Messenger) is not null;

    public bool SaysWhat => (Product ?? Message) is not null;

    public LeadPost ToPost() =>
        new()
        {
            Name = Name,
            Phone = Phone,
            Email = Email,
            Messenger = Messenger,
            Product = Product,
            City = City,
            Message = Message,
        };
}
