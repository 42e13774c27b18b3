namespace HandoffBot.Forgetting;

/// <summary>What came of a wish to forget somebody.</summary>
internal abstract record ForgetOutcome
{
    internal sealed record Done : ForgetOutcome;

    /// <summary>Nothing was erased: the key or the list of the forgotten could not be written.</summary>
    internal sealed record NotKept(string Words) : ForgetOutcome;
}
