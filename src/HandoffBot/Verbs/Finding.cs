namespace HandoffBot.Verbs;

/// <summary>One thing the doctor looked at; the words of a wrong one say how to mend it.</summary>
internal sealed record Finding(bool IsWell, string Words, bool OfSettings = false)
{
    public static Finding Well(string words) => new(true, words);

    public static Finding Wrong(string words) => new(false, words);
}
