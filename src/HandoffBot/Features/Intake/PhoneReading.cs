namespace HandoffBot.Features.Intake;

/// <summary>What was found in a phone field: nothing, a number, or digits that make no number and are kept as typed.</summary>
/// <param name="E164">The number to dial, <c>+79123451234</c>, when it could be read.</param>
/// <param name="Raw">As typed, cleaned and bounded, when it could not.</param>
/// <param name="Extension">Of the office behind the number, digits only.</param>
internal readonly record struct PhoneReading(string? E164, string? Raw, string? Extension = null)
{
    public bool IsNone => E164 is null && Raw is null;

    /// <summary>Kept, and to be flagged: a paid lead does not die of a typo.</summary>
    public bool IsUnreadable => Raw is not null;

    /// <summary>What a person is shown: the number, or what was typed.</summary>
    public string? Shown => E164 ?? Raw;
}
