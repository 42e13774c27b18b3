using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class DestinationTests : StageTest
{
    [Fact]
    public async Task Member_who_may_not_write_is_told_what_it_may_not_send()
    {
        World.RestrictBot(Group, Anna.Id, Permissions.None);

        var photo = await Stage.UploadAsync("sendPhoto", "photo", TestImages.Png(4, 4), ("chat_id", Group));
        var document = await Stage.UploadAsync("sendDocument", "document", [1], ("chat_id", Group));

        Assert.Equal(
            "400 Bad Request: not enough rights to send text messages to the chat",
            (await Send(Group)).Verdict
        );
        Assert.Equal("400 Bad Request: not enough rights to send photos to the chat", photo.Verdict);
        Assert.Equal("400 Bad Request: not enough rights to send documents to the chat", document.Verdict);
    }

    [Fact]
    public async Task Channel_takes_posts_only_from_administrators_who_may_post()
    {
        World.ChangeBotRights(Channel, Anna.Id, AdminRights.PinMessages);

        Assert.Equal("400 Bad Request: need administrator rights in the channel chat", (await Send(Channel)).Verdict);
    }

    [Fact]
    public async Task Topic_must_be_there_and_open_and_general_goes_without_an_id()
    {
        var forum = World.AddSupergroup("Forum", Anna.Id, isForum: true);
        World.AddBotTo(forum.Id, Anna.Id);
        var topic = World.OpenTopic(forum.Id, Anna.Id, "Leads");

        var missing = await Send(forum.Id, "x", ("message_thread_id", 99));
        var general = await Send(forum.Id, "x", ("message_thread_id", 1));
        var open = await Send(forum.Id, "x", ("message_thread_id", topic.Id));
        World.CloseTopic(forum.Id, topic.Id, Anna.Id);
        var closed = await Send(forum.Id, "x", ("message_thread_id", topic.Id));
        var plain = await Send(Group, "x", ("message_thread_id", 99));

        Assert.Equal("400 Bad Request: message thread not found", missing.Verdict);
        Assert.Equal("400 Bad Request: message thread not found", general.Verdict);
        Assert.Equal(topic.Id, open.Result.GetProperty("message_thread_id").GetInt32());
        Assert.Equal("400 Bad Request: TOPIC_CLOSED", closed.Verdict);
        Assert.Equal(200, plain.Status);
    }

    [Fact]
    public async Task Reply_to_a_missing_message_is_refused_unless_that_was_allowed()
    {
        var strict = await Send(Group, "x", ("reply_parameters", """{"message_id":99}"""));
        var lenient = await Send(
            Group,
            "x",
            ("reply_parameters", """{"message_id":99,"allow_sending_without_reply":true}""")
        );

        Assert.Equal("400 Bad Request: message to be replied not found", strict.Verdict);
        Assert.Equal(200, lenient.Status);
    }
}
