namespace HandoffBot.Tests.Sandbox;

public sealed class EditingTests : StageTest
{
    private const string NotModified =
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
        + "current content and reply markup of the message";

    private Task<Reply> Edit(int messageId, string text, params (string, object)[] more) =>
        Stage.CallAsync("editMessageText", [("chat_id", Group), ("message_id", messageId), ("text", text), .. more]);

    [Fact]
    public async Task Edit_that_changes_nothing_is_refused()
    {
        var card = await Card();

        var same = await Edit(card, "Card", ("reply_markup", Keyboard("Take", "take")));
        var bold = await Edit(card, "<b>Card</b>", ("parse_mode", "HTML"), ("reply_markup", Keyboard("Take", "take")));
        var sameKeyboard = await Stage.CallAsync(
            "editMessageReplyMarkup",
            ("chat_id", Group),
            ("message_id", card),
            ("reply_markup", Keyboard("Take", "take"))
        );

        Assert.Equal(NotModified, same.Verdict);
        Assert.Equal(200, bold.Status);
        Assert.Equal(NotModified, sameKeyboard.Verdict);
    }

    [Fact]
    public async Task Edit_of_the_keyboard_alone_is_an_edit()
    {
        var card = await Card();

        var edited = await Edit(card, "Card", ("reply_markup", Keyboard("Release", "release")));

        Assert.Equal(200, edited.Status);
        Assert.Equal("release", World.View.Message(Group, card)!.Buttons.Single().CallbackData);
    }

    [Fact]
    public async Task Edit_without_a_keyboard_takes_the_keyboard_away()
    {
        var card = await Card();

        await Edit(card, "Taken");

        Assert.Null(World.View.Message(Group, card)!.Keyboard);
    }

    [Fact]
    public async Task Only_own_messages_that_exist_can_be_edited()
    {
        var foreign = World.Say(Boris.Id, Group, "mine");

        Assert.Equal("400 Bad Request: message to edit not found", (await Edit(999, "x")).Verdict);
        Assert.Equal("400 Bad Request: message can't be edited", (await Edit(foreign.Id, "x")).Verdict);
    }

    [Fact]
    public async Task Text_and_caption_are_not_exchanged_but_media_replaces_both()
    {
        var card = await Card();
        var photo = await Stage.UploadAsync("sendPhoto", "photo", TestImages.Png(8, 8), ("chat_id", Group));
        var caption = await Stage.CallAsync(
            "editMessageCaption",
            ("chat_id", Group),
            ("message_id", card),
            ("caption", "x")
        );
        var fileId = photo.Result.GetProperty("photo")[0].GetProperty("file_id").GetString();
        var media = await Stage.CallAsync(
            "editMessageMedia",
            ("chat_id", Group),
            ("message_id", card),
            ("media", $$"""{"type":"photo","media":"{{fileId}}","caption":"c"}""")
        );

        Assert.Equal(
            "400 Bad Request: there is no text in the message to edit",
            (await Edit(photo.MessageId, "x")).Verdict
        );
        Assert.Equal("400 Bad Request: there is no caption in the message to edit", caption.Verdict);
        Assert.Equal("c", media.Result.GetProperty("caption").GetString());
    }

    [Fact]
    public async Task Press_must_be_answered_within_15_seconds_by_its_id()
    {
        const string tooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
        var press = World.Press(Boris.Id, Group, await Card(), "Take");
        Task<Reply> Answer(string id) =>
            Stage.CallAsync("answerCallbackQuery", ("callback_query_id", id), ("text", "ok"));

        var intime = await Answer(press.Id);
        var unknown = await Answer("1");
        World.Clock.Advance(TimeSpan.FromSeconds(16));
        var late = await Answer(press.Id);

        Assert.Equal((200, tooOld, tooOld), (intime.Status, unknown.Verdict, late.Verdict));
        Assert.Equal("ok", World.View.Presses[press.Id].Answer!.Text);
    }
}
