using HandoffBot.Resources;

namespace HandoffBot.Checkup;

/// <summary>One thing the doctor looked at: a text with its values. That of a wrong one says how to mend it.</summary>
internal sealed record Finding(bool IsWell, string Key, IReadOnlyList<object?> Values, bool OfSettings = false)
{
    public static Finding Well(string key, params IReadOnlyList<object?> values) => new(true, key, values);

    public static Finding Wrong(string key, params IReadOnlyList<object?> values) => new(false, key, values);

    public string In(Wording words) => words.Say(Key, [.. Values]);
}
