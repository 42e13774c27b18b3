namespace HandoffBot.Domain.Team;

/// <summary>What somebody knows, as people type it: <c>windows, Kazan</c>.</summary>
internal static class SkillsReader
{
    public const int Most = 20;

    /// <summary>Shorter ones would be found in any lead.</summary>
    private const int Shortest = 2;
    private const int Longest = 40;

    private static readonly char[] Between = [',', ';', '\n'];

    /// <returns>In one case, each once; empty for a dash; null when there are too many, or one is too short or too long.</returns>
    public static IReadOnlyList<string>? Read(string text)
    {
        if (text.Trim() is "-" or "–" or "—")
        {
            return [];
        }

        const StringSplitOptions tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        string[] skills = [.. text.Split(Between, tidy).Select(s => s.ToLowerInvariant()).Distinct()];
        return skills.Length is 0 or > Most || skills.Any(s => s.Length is < Shortest or > Longest) ? null : skills;
    }
}
