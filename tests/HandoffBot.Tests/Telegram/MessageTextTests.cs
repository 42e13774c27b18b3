using System.Text;
using CsCheck;
using HandoffBot.Chat;
using HandoffBot.Telegram;

namespace HandoffBot.Tests.Telegram;

public sealed class MessageTextTests
{
    [Fact]
    public void Names_cannot_smuggle_in_tags()
    {
        var text = MessageText.Of([Line.Bold("L-1 <b>&"), new Line(new Span("Anna <3", MentionOf: 7))], 4096);

        Assert.Equal("<b>L-1 &lt;b&gt;&amp;</b>\n<a href=\"tg://user?id=7\">Anna &lt;3</a>", text.Html);
        Assert.Equal("L-1 <b>&\nAnna <3", text.Plain);
    }

    [Fact]
    public void A_text_too_long_ends_at_a_line()
    {
        var lines = Enumerable.Range(0, 100).Select(i => (Line)$"line {i:000} {new string('x', 50)}").ToArray();

        var text = MessageText.Of(lines, 1024);

        Assert.InRange(text.Plain.Length, 900, 1024);
        Assert.EndsWith(new string('x', 50) + "\n…", text.Plain);
    }

    [Fact]
    public void A_text_that_just_fits_stays_whole() =>
        Assert.Equal(new string('x', 4096), MessageText.Of([new string('x', 4096)], 4096).Plain);

    [Fact]
    public void Whatever_is_said_fits_and_is_valid_unicode()
    {
        var line = Gen.Select(Gen.String[0, 700], Gen.Bool, (text, bold) => new Line(new Span(text, bold)));
        line.Array[1, 12]
            .Sample(lines =>
            {
                var text = MessageText.Of(lines, MessageText.MaxCaption);

                Assert.InRange(text.Plain.Length, 0, MessageText.MaxCaption);
                Assert.Equal(text.Html, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Html)));
                Assert.Equal(
                    text.Html.Count(c => c == '<'),
                    text.Html.Split("<b>").Length + text.Html.Split("</b>").Length - 2
                );
            });
    }
}
