namespace HandoffBot.Domain.Team;

/// <summary>Whether what somebody knows is what a customer asks for.</summary>
internal static class SkillMatch
{
    /// <summary>A shorter word has no ending that could be left off: it is itself or another word.</summary>
    private const int Inflected = 4;

    /// <summary>As long as an ending gets, in Russian and in what is written in Latin: <c>door, doors</c>.</summary>
    private const int LongestEnding = 3;
    private const int LongestLatinEnding = 2;

    /// <summary>The last letters that other forms of a Russian word may lack, and the plural of an English one.</summary>
    private const string Endings = "\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u044c\u0439s";

    /// <param name="skill">In one case.</param>
    /// <param name="said">Product, city and source, in one case.</param>
    public static bool Fits(string skill, string said)
    {
        var (wanted, words) = (Words(skill), Words(said));
        return wanted.Count > 0
            && Enumerable
                .Range(0, Math.Max(words.Count - wanted.Count + 1, 0))
                .Any(at => wanted.Index().All(w => IsForm(words[at + w.Index], w.Item)));
    }

    private static bool IsForm(string word, string of)
    {
        if (word == of)
        {
            return true;
        }

        var stem = of.Length < Inflected || !IsEnding(of[^1]) ? of : of[..^1];
        var longest = of[0] < 128 ? LongestLatinEnding : LongestEnding;
        return of.Length >= Inflected
            && word.Length - stem.Length <= longest
            && word.StartsWith(stem, StringComparison.Ordinal);
    }

    private static bool IsEnding(char letter) => Endings.Contains(letter, StringComparison.Ordinal);

    private static List<string> Words(string text)
    {
        var letters = text.Replace('\u0451', '\u0435').Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return [.. string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
