using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HandoffBot.Domain.Leads;

/// <summary>
/// A name as somebody typed it, taken apart to be compared with another: whatever the alphabet, the order, the case, whether short or
/// in full, with initials or with one letter wrong. Where both say who they are and one thing contradicts, they are two people.
/// </summary>
internal static partial class PersonName
{
    private const int MostWords = 8;

    /// <summary>What stands in the field for a name without being one, titles and forms of companies.</summary>
    private static readonly FrozenSet<string> NoNames = (
        "ooo ip ao oao zao pao too llc ltd gmbh inc corp mr mrs ms miss dr gospodin gospozha klient klientka pokupatel"
        + " zajavka zayavka sajta saita imja imya net ukazano gost anonim test name none unknown guest customer client"
        + " noname lead user"
    )
        .Split(' ')
        .Select(NameSkeleton.Of)
        .ToFrozenSet();

    private static readonly FrozenSet<string> LongInitials = "yu ya ye yo zh sh ch kh ts"
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static NameAgreement Compare(string? one, string? other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        if (left.Count == 0 || right.Count == 0)
        {
            return NameAgreement.Unknown;
        }

        var same = Take(left, right);
        return same == 0 || Contradict(left, right) ? NameAgreement.Differ
            : same == 1 ? NameAgreement.Alike
            : NameAgreement.Same;
    }

    /// <summary>Takes out of both what is the same in both, the surest first.</summary>
    /// <returns>How many words were.</returns>
    private static int Take(List<NameWord> left, List<NameWord> right)
    {
        var (count, isSure) = (0, false);
        while (Best(left, right, isSure) is var (one, other))
        {
            isSure |= one.IsSurelyGiven(other);
            left.Remove(one);
            right.Remove(other);
            count++;
        }

        return count;
    }

    private static (NameWord One, NameWord Other)? Best(List<NameWord> left, List<NameWord> right, bool isSure)
    {
        var pairs =
            from one in left
            from other in right
            let likeness = Math.Max(one.LikenessTo(other), isSure && one.IsOtherGenderOf(other) ? 1 : 0)
            where likeness > 0
            orderby likeness descending
            select ((NameWord, NameWord)?)(one, other);
        return pairs.FirstOrDefault();
    }

    /// <summary>Whether what is left over says of both something else about the same.</summary>
    private static bool Contradict(List<NameWord> left, List<NameWord> right) =>
        (left.Exists(w => !w.IsFathers) && right.Exists(w => !w.IsFathers))
        || (left.Exists(w => w.IsFathers) && right.Exists(w => w.IsFathers || w.IsInitial))
        || (right.Exists(w => w.IsFathers) && left.Exists(w => w.IsInitial));

    private static List<NameWord> WordsOf(string? name)
    {
        var words = new List<NameWord>();
        var bare = Accounts().Replace(name ?? "", " ");
        var isPlaceholder = false;
        foreach (var word in Words().Matches(bare).Select(m => m.Value).Take(MostWords))
        {
            var sound = NameSkeleton.Of(word);
            isPlaceholder |= NoNames.Contains(sound);
            if (sound.Length > 0 && !NoNames.Contains(sound))
            {
                words.Add(IsInitial(word) ? InitialOf(sound, words) : NameWord.Of(sound));
            }
        }

        return isPlaceholder && words.TrueForAll(w => w.IsInitial) ? [] : words;
    }

    private static bool IsInitial(string word) => word.Length == 1 || LongInitials.Contains(word);

    private static NameWord InitialOf(string sound, List<NameWord> before) =>
        new(
            before.LastOrDefault() is { Kind: NameWordKind.Initial }
                ? NameWordKind.FathersInitial
                : NameWordKind.Initial,
            sound
        );

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'\u2019]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\S*[@\d]\S*")]
    private static partial Regex Accounts();
}
