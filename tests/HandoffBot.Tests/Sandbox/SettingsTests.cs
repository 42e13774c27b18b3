using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class SettingsTests : StageTest
{
    [Theory]
    [InlineData("", "x", "command must be non-empty")]
    [InlineData("abcdefghijklmnopqrstuvwxyz1234567", "x", "command length must not exceed 32")]
    [InlineData("menu", "long", "command description length must not exceed 256")]
    [InlineData("Menu", "x", "BOT_COMMAND_INVALID")]
    [InlineData("меню", "x", "BOT_COMMAND_INVALID")]
    public async Task Wrong_command_is_refused(string command, string description, string words)
    {
        var text = description == "long" ? new string('x', 257) : description;

        var reply = await SetCommands(command, text);

        Assert.Equal($"400 Bad Request: {words}", reply.Verdict);
    }

    [Fact]
    public async Task Person_is_shown_the_narrowest_list_of_commands_in_their_language()
    {
        await SetCommands("all", "for all");
        await SetCommands("ru", "по-русски", ("language_code", "ru"));
        await SetCommands("here", "here", ("scope", $$"""{"type":"chat","chat_id":{{Group}}}"""));

        string Shown(long chatId, Person person) =>
            CommandMenu.For(World.View.Bots[Stage.Bot.Id], World.View.Chat(chatId), person).Single().Command;
        Assert.Equal(("all", "ru", "here"), (Shown(Boris.Id, Boris), Shown(Channel, Anna), Shown(Group, Anna)));
    }

    [Fact]
    public async Task Commands_are_read_back_and_deleted_by_scope_and_language()
    {
        await SetCommands("ru", "по-русски", ("language_code", "ru"));

        var russian = await Stage.CallAsync("getMyCommands", ("language_code", "ru"));
        await Stage.CallAsync("deleteMyCommands", ("language_code", "ru"));
        var afterwards = await Stage.CallAsync("getMyCommands", ("language_code", "ru"));

        Assert.Equal("ru", russian.Result[0].GetProperty("command").GetString());
        Assert.Equal(0, afterwards.Result.GetArrayLength());
    }

    [Fact]
    public async Task Descriptions_and_menu_button_are_kept()
    {
        await Stage.CallAsync("setMyDescription", ("description", "Long"), ("language_code", "en"));
        await Stage.CallAsync("setMyShortDescription", ("short_description", "Short"));
        await Stage.CallAsync("setChatMenuButton", ("menu_button", """{"type":"commands"}"""));

        var bot = World.View.Bots[Stage.Bot.Id];
        Assert.Equal(("Long", "Short"), (bot.Descriptions["en"], bot.ShortDescriptions[""]));
        Assert.Equal("""{"type":"commands"}""", bot.MenuButtons[0]);
    }

    [Fact]
    public async Task Topic_is_opened_only_in_a_forum_with_the_right_and_a_name()
    {
        var forum = World.AddSupergroup("Forum", Anna.Id, isForum: true);
        World.AddBotTo(forum.Id, Anna.Id, AdminRights.ManageTopics);
        Task<Reply> Open(long chatId, string name) =>
            Stage.CallAsync("createForumTopic", ("chat_id", chatId), ("name", name));

        var opened = await Open(forum.Id, "Leads");
        var plain = await Open(Group, "Leads");
        var nameless = await Open(forum.Id, "");
        World.ChangeBotRights(forum.Id, Anna.Id, AdminRights.PinMessages);
        var noRight = await Open(forum.Id, "Leads");

        Assert.True(
            World.View.Chat(forum.Id).Topics.ContainsKey(opened.Result.GetProperty("message_thread_id").GetInt32())
        );
        Assert.Equal("400 Bad Request: the chat is not a forum", plain.Verdict);
        Assert.Equal("400 Bad Request: name must be non-empty", nameless.Verdict);
        Assert.Equal("400 Bad Request: not enough rights to create a topic", noRight.Verdict);
    }

    [Fact]
    public async Task Reaction_must_be_a_known_one_under_a_message_that_exists()
    {
        var card = await Card();
        Task<Reply> React(int messageId, string emoji) =>
            Stage.CallAsync(
                "setMessageReaction",
                ("chat_id", Group),
                ("message_id", messageId),
                ("reaction", $$"""[{"type":"emoji","emoji":"{{emoji}}"}]""")
            );

        var good = await React(card, "👍");
        var unknown = await React(card, "🧦");
        var missing = await React(999, "👍");

        Assert.Equal((200, "👍"), (good.Status, World.View.Message(Group, card)!.Reactions[Stage.Bot.Id]));
        Assert.Equal("400 Bad Request: REACTION_INVALID", unknown.Verdict);
        Assert.Equal("400 Bad Request: message to react not found", missing.Verdict);
    }

    [Fact]
    public async Task Member_is_told_by_status_and_only_a_stranger_is_an_error()
    {
        var outside = World.AddPerson("Outside");
        Task<Reply> Member(long userId) => Stage.CallAsync("getChatMember", ("chat_id", Group), ("user_id", userId));
        async Task<string?> Status(long userId) => (await Member(userId)).Result.GetProperty("status").GetString();

        Assert.Equal("creator", await Status(Anna.Id));
        Assert.Equal("member", await Status(Boris.Id));
        Assert.Equal("administrator", await Status(Stage.Bot.Id));
        Assert.Equal("left", await Status(outside.Id));
        Assert.Equal("400 Bad Request: invalid user_id specified", (await Member(0)).Verdict);
        Assert.Equal("400 Bad Request: member not found", (await Member(123)).Verdict);
    }

    [Fact]
    public async Task Private_chat_has_no_administrators_and_actions_have_names()
    {
        var administrators = await Stage.CallAsync("getChatAdministrators", ("chat_id", Boris.Id));
        var action = await Stage.CallAsync("sendChatAction", ("chat_id", Boris.Id), ("action", "dancing"));
        var typing = await Stage.CallAsync("sendChatAction", ("chat_id", Boris.Id), ("action", "typing"));

        Assert.Equal("400 Bad Request: there are no administrators in the private chat", administrators.Verdict);
        Assert.Equal("400 Bad Request: wrong parameter action in request", action.Verdict);
        Assert.Equal(200, typing.Status);
    }

    private Task<Reply> SetCommands(string command, string description, params (string, object)[] more) =>
        Stage.CallAsync(
            "setMyCommands",
            [("commands", $$"""[{"command":"{{command}}","description":"{{description}}"}]"""), .. more]
        );
}
