using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class PinningTests : StageTest
{
    private Task<Reply> Pin(long chatId, int messageId) =>
        Stage.CallAsync("pinChatMessage", ("chat_id", chatId), ("message_id", messageId));

    private Task<Reply> Unpin(params (string, object)[] more) =>
        Stage.CallAsync("unpinChatMessage", [("chat_id", Group), .. more]);

    [Fact]
    public async Task Pin_is_shown_told_to_the_bot_and_taken_back()
    {
        var first = await Card();
        var second = await Card();

        await Pin(Group, first);
        await Pin(Group, second);
        var told = World.QueueOf(Stage.Bot.Id).Take(0, 100).Select(update => update.About).Cast<Message>().ToList();
        await Unpin();

        Assert.All(told, message => Assert.Equal(ServiceKind.MessagePinned, message.Service!.Kind));
        Assert.Equal([first, second], told.Select(message => message.Service!.MessageId));
        Assert.Equal(first, World.View.Chat(Group).PinnedMessage!.Id);
    }

    [Fact]
    public async Task Pin_needs_the_right_and_a_message()
    {
        const string noRight = "400 Bad Request: not enough rights to manage pinned messages in the chat";
        var card = await Card();
        var missing = await Pin(Group, 999);
        var notPinned = await Unpin(("message_id", card));
        var nonePinned = await Unpin();
        World.ChangeBotRights(Group, Anna.Id, AdminRights.DeleteMessages);
        World.ChangeBotRights(Channel, Anna.Id, AdminRights.PostMessages);
        var post = await Send(Channel);

        Assert.Equal("400 Bad Request: message to pin not found", missing.Verdict);
        Assert.Equal("400 Bad Request: message to unpin not found", notPinned.Verdict);
        Assert.Equal("400 Bad Request: message to unpin not found", nonePinned.Verdict);
        Assert.Equal(noRight, (await Pin(Group, card)).Verdict);
        Assert.Equal(noRight, (await Unpin()).Verdict);
        Assert.Equal(noRight, (await Pin(Channel, post.MessageId)).Verdict);
    }
}
