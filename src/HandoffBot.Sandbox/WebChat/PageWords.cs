using System.Resources;
using HandoffBot.Domain.Team;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>The page's texts in one language, from <c>PageTexts.resx</c> and <c>PageTexts.ru.resx</c>.</summary>
internal sealed class PageWords
{
    private static readonly ResourceManager Texts = new(
        "HandoffBot.Sandbox.WebChat.PageTexts",
        typeof(PageWords).Assembly
    );

    private static readonly PageWords Russian = new(CultureInfo.GetCultureInfo("ru-RU"));
    private static readonly PageWords English = new(CultureInfo.GetCultureInfo("en-GB"));

    private PageWords(CultureInfo culture) => Culture = culture;

    public CultureInfo Culture { get; }

    /// <summary>ru or en.</summary>
    public string Code => Culture.TwoLetterISOLanguageName;

    /// <summary>Refuses a key that is not there, by name.</summary>
    public string this[string key] =>
        Texts.GetString(key, Culture) ?? throw new KeyNotFoundException($"There is no page text '{key}'.");

    public static PageWords Of(Language language) => language == Language.Russian ? Russian : English;

    public string Say(string key, params object?[] values) => string.Format(Culture, this[key], values);
}
