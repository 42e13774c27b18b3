namespace HandoffBot.Tests.Sandbox;

public sealed class MarkupTests : StageTest
{
    private static readonly string LongData = new('я', 33);

    [Theory]
    [InlineData("{", "can't parse reply keyboard markup JSON object")]
    [InlineData("[1]", "object expected as reply markup")]
    [InlineData(
        """{"inline_keyboard":[[{"text":"\ud83d","callback_data":"x"}]]}""",
        "can't parse reply keyboard markup JSON object"
    )]
    [InlineData(
        """{"inline_keyboard":[[{"text":"x"}]]}""",
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )]
    [InlineData(
        """{"inline_keyboard":[[{"text":"x","callback_data":""}]]}""",
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )]
    [InlineData(
        """{"inline_keyboard":[[{"text":"x","url":"tel:+79990001122"}]]}""",
        "inline keyboard button URL 'tel:+79990001122' is invalid: Unsupported URL protocol"
    )]
    [InlineData(
        """{"inline_keyboard":[[{"text":"x","url":"http://localhost:5080"}]]}""",
        "inline keyboard button URL 'http://localhost:5080' is invalid: Wrong HTTP URL"
    )]
    [InlineData(
        """{"keyboard":[[{"text":"x","request_contact":true}]]}""",
        "phone number can be requested in private chats only"
    )]
    [InlineData(
        """{"keyboard":[[{"text":"x","web_app":{"url":"https://a.ru"}}]]}""",
        "web App buttons can be used in private chats only"
    )]
    [InlineData("""{"inline_keyboard":[[{"text":"x","web_app":{"url":"https://a.ru"}}]]}""", "BUTTON_TYPE_INVALID")]
    public async Task Wrong_markup_in_a_group_is_refused(string markup, string words)
    {
        Assert.Equal($"400 Bad Request: {words}", (await Send(Group, "x", ("reply_markup", markup))).Verdict);
    }

    [Fact]
    public async Task Callback_data_may_have_64_bytes()
    {
        var fits = await Send(Group, "x", ("reply_markup", Keyboard("x", LongData[1..])));
        var tooLong = await Send(Group, "x", ("reply_markup", Keyboard("x", LongData)));

        Assert.Equal(200, fits.Status);
        Assert.Equal("400 Bad Request: BUTTON_DATA_INVALID", tooLong.Verdict);
    }

    [Fact]
    public async Task Empty_buttons_are_dropped_and_rows_cut_at_twelve()
    {
        var row = string.Join(",", Enumerable.Range(1, 13).Select(n => $$"""{"text":"{{n}}","callback_data":"x"}"""));

        var dropped = await Send(Group, "x", ("reply_markup", Keyboard("", "x")));
        var cut = await Send(Group, "x", ("reply_markup", $$"""{"inline_keyboard":[[{{row}}]]}"""));

        Assert.False(dropped.Result.TryGetProperty("reply_markup", out _));
        Assert.Equal(12, World.View.Message(Group, cut.MessageId)!.Buttons.Count());
    }

    [Theory]
    [InlineData("""{"keyboard":[[{"text":"x"}]]}""")]
    [InlineData("""{"force_reply":true}""")]
    [InlineData("""{"remove_keyboard":true}""")]
    public async Task Channels_and_edits_take_inline_keyboards_only(string markup)
    {
        var posted = await Send(Channel, "x", ("reply_markup", markup));
        var edited = await Stage.CallAsync(
            "editMessageText",
            ("chat_id", Group),
            ("message_id", await Card()),
            ("text", "x"),
            ("reply_markup", markup)
        );

        Assert.Equal("400 Bad Request: inline keyboard expected", posted.Verdict);
        Assert.Equal("400 Bad Request: inline keyboard expected", edited.Verdict);
    }

    [Fact]
    public async Task Keyboard_of_more_than_ten_kilobytes_is_too_long()
    {
        var rows = string.Join(
            ",",
            Enumerable.Repeat($$"""[{"text":"{{new string('x', 200)}}","callback_data":"x"}]""", 50)
        );

        var reply = await Send(Group, "x", ("reply_markup", $$"""{"inline_keyboard":[{{rows}}]}"""));

        Assert.Equal("400 Bad Request: reply markup is too long", reply.Verdict);
    }

    [Fact]
    public async Task Force_reply_stays_on_the_message_and_makes_it_uneditable()
    {
        var asked = await Send(
            Boris.Id,
            "Name?",
            ("reply_markup", """{"force_reply":true,"input_field_placeholder":"Name"}""")
        );

        var edited = await Stage.CallAsync(
            "editMessageText",
            ("chat_id", Boris.Id),
            ("message_id", asked.MessageId),
            ("text", "y")
        );

        Assert.Equal("400 Bad Request: message can't be edited", edited.Verdict);
    }
}
