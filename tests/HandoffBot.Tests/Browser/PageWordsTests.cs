using System.Collections;
using System.Resources;
using HandoffBot.Sandbox.WebChat;

namespace HandoffBot.Tests.Browser;

public sealed class PageWordsTests
{
    [Fact]
    public void Every_text_of_the_page_is_there_in_both_languages()
    {
        var english = KeysIn(CultureInfo.InvariantCulture);
        var russian = KeysIn(CultureInfo.GetCultureInfo("ru"));

        Assert.NotEmpty(english);
        Assert.Equal(english, russian);
    }

    private static IEnumerable<string> KeysIn(CultureInfo culture) =>
        new ResourceManager("HandoffBot.Sandbox.WebChat.PageTexts", typeof(PageWords).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .Select(e => (string)e.Key)
            .Order(StringComparer.Ordinal);
}
