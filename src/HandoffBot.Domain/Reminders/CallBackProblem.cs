namespace HandoffBot.Domain.Reminders;

/// <summary>Why a call-back cannot be planned for the time that was typed.</summary>
internal enum CallBackProblem
{
    None,
    NotUnderstood,
    Past,
    TooFar,
}
