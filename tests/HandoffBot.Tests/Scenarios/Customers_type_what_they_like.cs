using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class Customers_type_what_they_like
{
    private const int Longest = 4096;

    /// <summary>What a phone would turn into something to tap on, or into somebody's ping.</summary>
    private static readonly string[] Tappable =
    [
        "mention",
        "text_mention",
        "text_link",
        "url",
        "email",
        "phone_number",
        "bot_command",
        "hashtag",
    ];

    private static readonly string[] Markup =
    [
        "<b>bold</b> & co",
        "</b></a><i>x",
        "&lt;i&gt; &amp; &#60; &nbsp;",
        "<tg-spoiler>x</tg-spoiler>",
        "*x* _y_ `z` ||w||",
        "{0} {{1}} {2:C}",
        "=1+1",
        "\"quoted\" 'text'",
    ];

    private static readonly string[] Lures =
    [
        "<a href=\"tg://user?id=1\">Olga</a>",
        "tg://user?id=1",
        "@olga @all",
        "https://evil.example.com/login",
        "[tap](https://evil.example.com)",
        "write to olga@evil.example.com",
        "t.me/evil_channel",
    ];

    private static readonly string[] Shapes =
    [
        "\u202Egnp.exe\u202C",
        "a\u200Bb\u2066c",
        "Z" + string.Concat(Enumerable.Repeat("\u0335\u0489\u0301", 60)),
        string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469\u200D\U0001F467", 100)),
        "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD",
        new string('\u042F', 1_000),
        string.Concat(Enumerable.Repeat("<&\">", 250)),
        string.Concat(Enumerable.Repeat("\u0301", 500)),
    ];

    [Fact]
    public async Task Markup_is_shown_as_it_stands()
    {
        await using var s = await Scenario.StartAsync();
        await s.FreeHandsAsync();

        foreach (var typed in Markup)
        {
            var card = await CardOfAsync(s, typed);

            // Product, city, message and campaign; a name of two words is shortened.
            Assert.InRange(Plain(card.Text!).Split(typed).Length - 1, 4, 5);
            Assert.DoesNotContain(card.Entities, e => Tappable.Contains(e.Type));
            Assert.DoesNotContain(card.Entities, e => e.Type is "italic" or "spoiler" or "code");
            Assert.Contains(typed, Plain((await TakenAsync(s, card)).Text!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_field_lures_or_pings_anybody_in_the_group()
    {
        await using var s = await Scenario.StartAsync();
        await s.FreeHandsAsync();

        foreach (var typed in Lures)
        {
            var card = await CardOfAsync(s, typed);

            Assert.DoesNotContain(card.Entities, e => Tappable.Contains(e.Type));
            Assert.DoesNotContain(card.Buttons, b => b.Url is not null);
            Assert.DoesNotContain((await TakenAsync(s, card)).Entities, e => e.Type is "text_mention" or "text_link");
        }
    }

    [Fact]
    public async Task Odd_letters_neither_turn_nor_tear_a_card()
    {
        await using var s = await Scenario.StartAsync();
        await s.FreeHandsAsync();

        foreach (var typed in Shapes)
        {
            var card = await CardOfAsync(s, typed);
            var sheet = await TakenAsync(s, card);

            foreach (var text in new[] { card.Text!, sheet.Text! })
            {
                Assert.InRange(text.Length, 1, Longest);
                Assert.DoesNotContain(text, letter => letter is (>= '\u202A' and <= '\u202E') or '\u200B');
                Assert.Equal(text.Count(l => l == '\u2068'), text.Count(l => l == '\u2069'));
                Assert.DoesNotContain("\u200D\u2026", text, StringComparison.Ordinal);
            }
        }
    }

    private int customers;

    private async Task<Message> CardOfAsync(Scenario s, string typed)
    {
        // The limits of a group would else make the story wait in earnest.
        s.TimePasses(TimeSpan.FromSeconds(10));
        var lead = await s.LeadArrives(
            new
            {
                name = typed,
                // Of one contact the second lead would join the first.
                phone = $"+7912345{++customers:0000}",
                message = typed,
                product = typed,
                city = typed,
                campaign = typed,
                utm = new { source = typed, term = typed },
                page = typed,
                extra = new { note = typed },
            }
        );
        return await s.Sales.ExpectMessage($"🔥 {lead}");
    }

    private static async Task<Message> TakenAsync(Scenario s, Message card)
    {
        var lead = card.Text!.Split(' ')[1];
        s.TimePasses(TimeSpan.FromSeconds(10));
        await s.Ivan.Press(card, "Take");
        return await s.Ivan.Expect(m => m.Text!.Contains(lead, StringComparison.Ordinal), $"the contact of {lead}");
    }

    private static string Plain(string text) => text.Replace("\u2068", "").Replace("\u2069", "");
}
