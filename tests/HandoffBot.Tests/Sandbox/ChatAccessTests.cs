namespace HandoffBot.Tests.Sandbox;

public sealed class ChatAccessTests : StageTest
{
    [Fact]
    public async Task Chat_must_be_named_and_known()
    {
        var unnamed = await Stage.CallAsync("sendMessage", ("text", "x"));
        var stranger = World.AddPerson("Stranger");

        Assert.Equal("400 Bad Request: chat_id is empty", unnamed.Verdict);
        Assert.Equal("400 Bad Request: chat not found", (await Send(555)).Verdict);
        Assert.Equal("400 Bad Request: chat not found", (await Send(stranger.Id)).Verdict);
        Assert.Equal(
            "400 Bad Request: chat not found",
            (await Stage.CallAsync("sendMessage", ("chat_id", "@anna_s"), ("text", "x"))).Verdict
        );
    }

    [Fact]
    public async Task Channel_is_found_by_its_username()
    {
        World.Change(World.View.Chat(Channel) with { Username = "our_news" });

        var reply = await Stage.CallAsync("sendMessage", ("chat_id", "@Our_News"), ("text", "x"));

        Assert.Equal(Channel, reply.Result.GetProperty("chat").GetProperty("id").GetInt64());
        Assert.False(reply.Result.TryGetProperty("from", out _));
        Assert.Equal(Channel, reply.Result.GetProperty("sender_chat").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Person_who_never_pressed_start_cannot_be_written_to()
    {
        Assert.Equal("403 Forbidden: bot can't initiate conversation with a user", (await Send(Anna.Id)).Verdict);

        World.Start(Anna.Id);

        Assert.Equal(200, (await Send(Anna.Id)).Status);
    }

    [Fact]
    public async Task Person_who_blocked_the_bot_cannot_be_written_to_until_they_unblock_it()
    {
        World.Block(Boris.Id);
        Assert.Equal("403 Forbidden: bot was blocked by the user", (await Send(Boris.Id)).Verdict);

        World.Unblock(Boris.Id);

        Assert.Equal(200, (await Send(Boris.Id)).Status);
    }

    [Fact]
    public async Task Deleted_accounts_and_bots_cannot_be_written_to()
    {
        World.Deactivate(Boris.Id);

        Assert.Equal("403 Forbidden: user is deactivated", (await Send(Boris.Id)).Verdict);
        Assert.Equal("403 Forbidden: the bot can't send messages to the bot", (await Send(Stage.Bot.Id)).Verdict);
    }

    [Fact]
    public async Task Bot_that_was_thrown_out_hears_it_in_words_for_each_kind_of_chat()
    {
        var basic = World.AddGroup("Basic", Anna.Id);
        World.AddBotTo(basic.Id, Anna.Id);
        foreach (var id in new[] { basic.Id, Group, Channel })
        {
            World.RemoveBotFrom(id, Anna.Id);
        }

        Assert.Equal("403 Forbidden: bot was kicked from the group chat", (await Send(basic.Id)).Verdict);
        Assert.Equal("403 Forbidden: bot was kicked from the supergroup chat", (await Send(Group)).Verdict);
        Assert.Equal("403 Forbidden: bot was kicked from the channel chat", (await Send(Channel)).Verdict);
    }

    [Fact]
    public async Task Bot_that_left_or_never_came_is_not_a_member()
    {
        var basic = World.AddGroup("Basic", Anna.Id);
        var channel = World.AddChannel("Other", Anna.Id);
        await Stage.CallAsync("leaveChat", ("chat_id", Group));

        Assert.Equal("403 Forbidden: bot is not a member of the group chat", (await Send(basic.Id)).Verdict);
        Assert.Equal("403 Forbidden: bot is not a member of the supergroup chat", (await Send(Group)).Verdict);
        Assert.Equal("403 Forbidden: bot is not a member of the channel chat", (await Send(channel.Id)).Verdict);
    }

    [Fact]
    public async Task Deleted_basic_group_is_told()
    {
        var basic = World.AddGroup("Basic", Anna.Id);
        World.AddBotTo(basic.Id, Anna.Id);
        World.DeleteGroup(basic.Id);

        Assert.Equal("403 Forbidden: the group chat was deleted", (await Send(basic.Id)).Verdict);
    }

    [Fact]
    public async Task Group_that_moved_names_its_new_id_and_its_old_cards_can_still_be_edited()
    {
        var basic = World.AddGroup("Basic", Anna.Id);
        World.AddBotTo(basic.Id, Anna.Id);
        var card = (await Send(basic.Id)).MessageId;
        var moved = World.Upgrade(basic.Id, Anna.Id);

        var sent = await Send(basic.Id);
        var pinned = await Stage.CallAsync("pinChatMessage", ("chat_id", basic.Id), ("message_id", card));
        var edited = await Stage.CallAsync(
            "editMessageText",
            ("chat_id", basic.Id),
            ("message_id", card),
            ("text", "Done")
        );
        var anew = await Send(moved.Id);

        Assert.Equal("400 Bad Request: group chat was upgraded to a supergroup chat", sent.Verdict);
        Assert.Equal(moved.Id, sent.Json.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64());
        Assert.Equal(sent.Verdict, pinned.Verdict);
        Assert.Equal((200, 200), (edited.Status, anew.Status));
    }
}
