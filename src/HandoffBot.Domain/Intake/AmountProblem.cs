namespace HandoffBot.Domain.Intake;

/// <summary>Why an amount cannot be taken.</summary>
internal enum AmountProblem
{
    None,
    NotANumber,
    Negative,
    Zero,
    TooLarge,
    OtherCurrency,
}
