using System.Text.RegularExpressions;

namespace HandoffBot.Features.Intake;

/// <summary>Names that are known to be cities; of one written in several ways the commonest counts.</summary>
internal sealed partial class CityNames(IEnumerable<string> names)
{
    public const int Longest = 40;

    private readonly Dictionary<string, string> spellings = names
        .Where(n => n.Length <= Longest && Name().IsMatch(n))
        .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            g => g.Key,
            g => g.GroupBy(n => n).MaxBy(same => same.Count())!.Key,
            StringComparer.OrdinalIgnoreCase
        );

    public static CityNames None { get; } = new([]);

    /// <summary>The city as it is usually written; null for anything else.</summary>
    public string? Known(string text) => spellings.GetValueOrDefault(text);

    [GeneratedRegex(@"^\p{L}[\p{L}. \-]*$")]
    private static partial Regex Name();
}
