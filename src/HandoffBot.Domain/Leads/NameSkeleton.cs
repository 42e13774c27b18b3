using System.Text;

namespace HandoffBot.Domain.Leads;

/// <summary>
/// A word of a name by its sound, so that both alphabets and the usual ways from one to the other come to the same: case, accents,
/// double letters and soft signs make no difference, and <c>y</c>, <c>j</c> and <c>i</c> are one.
/// </summary>
internal static class NameSkeleton
{
    private const char First = '\u0430';

    private static readonly string[] Letters =
        "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sh * i * e iu ia".Split(' ');

    // Capitals are single sounds from here on.
    private static readonly (string From, string To)[] Sounds =
    [
        ("shch", "S"),
        ("sch", "S"),
        ("sh", "S"),
        ("zh", "Z"),
        ("kh", "h"),
        ("tch", "C"),
        ("ch", "C"),
        ("ts", "T"),
        ("tz", "T"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("x", "ks"),
        ("q", "k"),
        ("c", "k"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
    ];

    public static string Of(string word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            _ = letter switch
            {
                >= First when letter - First < Letters.Length => latin.Append(Letters[letter - First].Trim('*')),
                _ when char.IsLetter(letter) => latin.Append(letter),
                _ => latin,
            };
        }

        foreach (var (from, to) in Sounds)
        {
            latin.Replace(from, to);
        }

        return Bare(latin.ToString());
    }

    /// <summary>Each letter once; an <c>e</c> is an <c>e</c> however it is softened, and so is an <c>o</c> that is softened inside a word.</summary>
    private static string Bare(string sounds)
    {
        var bare = new StringBuilder(sounds.Length);
        foreach (var sound in sounds.Where((letter, at) => at == 0 || sounds[at - 1] != letter))
        {
            bare.Append(sound);
        }

        bare.Replace("ie", "e");
        return bare.Length < 2 ? bare.ToString() : bare.Replace("io", "e", 1, bare.Length - 1).ToString();
    }
}
