namespace HandoffBot.Tests.Sandbox;

public sealed class TextTests : StageTest
{
    [Theory]
    [InlineData("a<br>b", "Unsupported start tag \"br\" at byte offset 1")]
    [InlineData("яя <p>", "Unsupported start tag \"p\" at byte offset 5")]
    [InlineData("<b>open", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b>ab<i>c</b>", "Unmatched end tag at byte offset 9, expected \"</i>\", found \"</b>\"")]
    [InlineData("abc</b>", "Unexpected end tag at byte offset 3")]
    [InlineData("a <5", "Unclosed start tag at byte offset 2")]
    [InlineData("a < 5", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<a href=http://x.y>z</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<span class=\"red\">z</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    public async Task Broken_html_is_refused_with_its_byte_offset(string html, string words)
    {
        var reply = await Send(Group, html, ("parse_mode", "HTML"));

        Assert.Equal($"400 Bad Request: can't parse entities: {words}", reply.Verdict);
    }

    [Theory]
    [InlineData("a &lt;b&gt; &amp; &quot;c&quot;", "a <b> & \"c\"")]
    [InlineData("&nbsp; & &#1071;&#x42F;", "&nbsp; & ЯЯ")]
    [InlineData("  <b> x </b>\n", "x")]
    [InlineData("<i>a</>b", "ab")]
    [InlineData("a\r\nb", "a\nb")]
    public async Task Html_becomes_the_text_people_see(string html, string text)
    {
        var reply = await Send(Group, html, ("parse_mode", "html"));

        Assert.Equal(text, reply.Result.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("😀<b>я</b>", "bold 2+1")]
    [InlineData(
        "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
        "bold 0+1, italic 1+1, underline 2+1, strikethrough 3+1"
    )]
    [InlineData("<b>a<i>b</i></b>", "bold 0+2, italic 1+1")]
    [InlineData("<tg-spoiler>a</tg-spoiler> <code>b</code>", "spoiler 0+1, code 2+1")]
    [InlineData("<pre><code class=\"language-cs\">x</code></pre>", "pre 0+1 cs")]
    [InlineData("<blockquote expandable>q</blockquote>", "expandable_blockquote 0+1")]
    [InlineData("<a href=\"https://example.com/a\">x</a>", "text_link 0+1 https://example.com/a")]
    [InlineData("<a href=\"tel:+79990001122\">x</a>", "")]
    [InlineData("<a href=\"tg://user?id=1\">x</a>", "")]
    [InlineData("  <b>x</b>", "bold 0+1")]
    [InlineData(
        "/mine @anna_s #win https://a.ru/x. me@a.ru",
        "bot_command 0+5, mention 6+7, hashtag 14+4, url 19+14, email 35+7"
    )]
    [InlineData("<code>/mine</code>", "code 0+5")]
    public async Task Entities_are_measured_in_utf16_units(string html, string entities)
    {
        var reply = await Send(Group, html, ("parse_mode", "HTML"));

        Assert.Equal(entities, Entities(reply));
    }

    [Fact]
    public async Task Mention_of_a_known_person_is_an_entity_with_that_person()
    {
        var reply = await Send(Group, $"<a href=\"tg://user?id={Anna.Id}\">Анна</a>", ("parse_mode", "HTML"));

        var entity = reply.Result.GetProperty("entities")[0];
        Assert.Equal("text_mention", entity.GetProperty("type").GetString());
        Assert.Equal(Anna.Id, entity.GetProperty("user").GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData("   ", "text must be non-empty")]
    [InlineData("<b> </b>", "text must be non-empty")]
    public async Task Empty_text_is_refused(string text, string words)
    {
        Assert.Equal($"400 Bad Request: {words}", (await Send(Group, text, ("parse_mode", "HTML"))).Verdict);
    }

    [Fact]
    public async Task Text_may_have_4096_units_after_parsing_and_32768_bytes_before()
    {
        var card = await Card();
        (string, object)[] edit = [("chat_id", Group), ("message_id", card), ("text", new string('я', 4097))];

        Assert.Equal(200, (await Send(Group, $"<b>{new string('я', 4096)}</b>", ("parse_mode", "HTML"))).Status);
        Assert.Equal("400 Bad Request: message is too long", (await Send(Group, new string('я', 4097))).Verdict);
        Assert.Equal("400 Bad Request: MESSAGE_TOO_LONG", (await Stage.CallAsync("editMessageText", edit)).Verdict);
        Assert.Equal("400 Bad Request: text is too long", (await Send(Group, new string('я', 16_385))).Verdict);
    }

    [Fact]
    public async Task Caption_may_have_1024_units()
    {
        var caption = new string('я', 1025);
        var photo = TestImages.Png(8, 8);

        var tooLong = await Stage.UploadAsync("sendPhoto", "photo", photo, ("chat_id", Group), ("caption", caption));
        var sent = await Stage.UploadAsync("sendPhoto", "photo", photo, ("chat_id", Group), ("caption", caption[1..]));
        var edited = await Stage.CallAsync(
            "editMessageCaption",
            ("chat_id", Group),
            ("message_id", sent.MessageId),
            ("caption", caption)
        );

        Assert.Equal("400 Bad Request: message caption is too long", tooLong.Verdict);
        Assert.Equal("400 Bad Request: MEDIA_CAPTION_TOO_LONG", edited.Verdict);
    }

    [Fact]
    public async Task Unknown_parse_mode_is_refused()
    {
        var reply = await Send(Group, "x", ("parse_mode", "wiki"));

        Assert.Equal("400 Bad Request: unsupported parse_mode", reply.Verdict);
    }

    private static string Entities(Reply reply) =>
        !reply.Result.TryGetProperty("entities", out var entities)
            ? ""
            : string.Join(
                ", ",
                entities
                    .EnumerateArray()
                    .Select(e =>
                        $"{e.GetProperty("type")} {e.GetProperty("offset")}+{e.GetProperty("length")}"
                        + (e.TryGetProperty("url", out var url) ? $" {url}" : "")
                        + (e.TryGetProperty("language", out var language) ? $" {language}" : "")
                    )
            );
}
