using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Chat;

/// <summary>Languages as people and forms name them, in either language of the bot.</summary>
internal static class TongueNames
{
    private static readonly Dictionary<string, string> Codes = Enum.GetValues<Language>()
        .SelectMany(l => Texts.Get("Team.Tongues", l).Split(';'))
        .Select(t => t.Split('='))
        .SelectMany(t => t[1].Split(',').Select(name => (Code: t[0], Name: name)))
        .ToDictionary(t => t.Name, t => t.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of the language that the whole text is the name of; null: none. Skills are read so: "italian doors" are doors.</summary>
    public static string? Named(string text) => Codes.GetValueOrDefault(text.Trim());

    /// <summary>The code of the language that one of the words names, or that it is the code of; null: none.</summary>
    public static string? Find(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Codes.GetValueOrDefault(word))
            .FirstOrDefault(code => code is not null)
        ?? Tongue.Coded(text);
}
