using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class EditingTests : StageTest
{
    private const string NotModified =
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
        + "current content and reply markup of the message";

    private Task<Reply> Edit(int messageId, string text, params (string, object)[] more) =>
        Stage.CallAsync("editMessageText", [("chat_id", Group), ("message_id", messageId), ("text", text), .. more]);

    private Task<Reply> Delete(long chatId, int messageId) =>
        Stage.CallAsync("deleteMessage", ("chat_id", chatId), ("message_id", messageId));

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
    public async Task Delete_wants_chat_message_and_something_to_delete()
    {
        var noChat = await Stage.CallAsync("deleteMessage", ("message_id", 1));
        var noMessage = await Stage.CallAsync("deleteMessage", ("chat_id", Group));

        Assert.Equal("400 Bad Request: chat identifier is not specified", noChat.Verdict);
        Assert.Equal("400 Bad Request: message identifier is not specified", noMessage.Verdict);
        Assert.Equal("400 Bad Request: message to delete not found", (await Delete(Group, 999)).Verdict);
    }

    [Fact]
    public async Task After_48_hours_nothing_can_be_deleted_but_all_can_be_edited()
    {
        var card = await Card();
        var mine = (await Send(Boris.Id)).MessageId;
        World.Clock.Advance(TimeSpan.FromHours(49));

        Assert.Equal("400 Bad Request: message can't be deleted", (await Delete(Group, card)).Verdict);
        Assert.Equal("400 Bad Request: message can't be deleted for everyone", (await Delete(Boris.Id, mine)).Verdict);
        Assert.Equal(200, (await Edit(card, "closed")).Status);
    }

    [Fact]
    public async Task Others_messages_are_deleted_only_with_the_right()
    {
        var foreign = World.Say(Boris.Id, Group, "mine");
        World.ChangeBotRights(Group, Anna.Id, AdminRights.PinMessages);
        var refused = await Delete(Group, foreign.Id);
        World.ChangeBotRights(Group, Anna.Id, AdminRights.DeleteMessages);
        var deleted = await Delete(Group, foreign.Id);

        Assert.Equal("400 Bad Request: message can't be deleted", refused.Verdict);
        Assert.Equal(200, deleted.Status);
        Assert.Null(World.View.Message(Group, foreign.Id));
    }

    [Fact]
    public async Task Deleting_many_passes_over_those_that_are_gone()
    {
        var card = await Card();

        var reply = await Stage.CallAsync("deleteMessages", ("chat_id", Group), ("message_ids", $"[{card},998,999]"));

        Assert.Equal(200, reply.Status);
        Assert.Null(World.View.Message(Group, card));
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
