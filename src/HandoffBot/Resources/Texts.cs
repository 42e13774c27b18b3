using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Resources;
using HandoffBot.Domain.Team;

namespace HandoffBot.Resources;

/// <summary>
/// Every text of the bot. <c>Handoff.CardTitle</c> stands in <c>Handoff.resx</c> (English) and <c>Handoff.ru.resx</c>: the
/// part before the dot names the file.
/// </summary>
internal static class Texts
{
    private const string Folder = "HandoffBot.Resources.";
    private const string Ending = ".resources";

    private static readonly ConcurrentDictionary<(string File, Language), FrozenDictionary<string, string>> Read =
        new();

    /// <summary>The names of the resource files, without ending.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. typeof(Texts)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text as it stands in the file, placeholders and all. Refuses a key that is not there.</summary>
    public static string Get(string key, Language language)
    {
        var file = key.Split('.', 2)[0];
        return Files.Contains(file) && Of(file, language).TryGetValue(key, out var text)
            ? text
            : throw new KeyNotFoundException($"There is no {language} text '{key}'.");
    }

    /// <summary>All texts of one file in one language, by key.</summary>
    public static IReadOnlyDictionary<string, string> Of(string file, Language language) =>
        Read.GetOrAdd((file, language), static asked => Load(asked.File, asked.Item2));

    private static FrozenDictionary<string, string> Load(string file, Language language)
    {
        // No fallback to the parent culture: a text missing in Russian must not come out in English.
        var culture = language == Language.Russian ? CultureInfo.GetCultureInfo("ru") : CultureInfo.InvariantCulture;
        var set = new ResourceManager(Folder + file, typeof(Texts).Assembly).GetResourceSet(culture, true, false);
        return (set?.Cast<DictionaryEntry>() ?? []).ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!);
    }
}
