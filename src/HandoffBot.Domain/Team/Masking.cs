namespace HandoffBot.Domain.Team;

/// <summary>What of a customer the sales chat shows before the lead is taken. Texts from outside are masked either way.</summary>
internal enum Masking
{
    /// <summary>First name and initial, the last four digits of the phone.</summary>
    Usual,

    /// <summary>The first letter of the name, and only whether there is a phone or an e-mail.</summary>
    Strict,
}
