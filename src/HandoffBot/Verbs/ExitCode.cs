namespace HandoffBot.Verbs;

/// <summary>What the process tells whoever started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int Failed = 1;

    /// <summary>EX_CONFIG of sysexits: starting again changes nothing before a setting does.</summary>
    public const int WrongSettings = 78;
}
