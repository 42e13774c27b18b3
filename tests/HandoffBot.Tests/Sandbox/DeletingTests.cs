using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class DeletingTests : StageTest
{
    private Task<Reply> Edit(int messageId, string text, params (string, object)[] more) =>
        Stage.CallAsync("editMessageText", [("chat_id", Group), ("message_id", messageId), ("text", text), .. more]);

    private Task<Reply> Delete(long chatId, int messageId) =>
        Stage.CallAsync("deleteMessage", ("chat_id", chatId), ("message_id", messageId));

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
}
