using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class VisibilityTests : StageTest
{
    private Task<Reply> Poll(params (string, object)[] parameters) => Stage.CallAsync("getUpdates", parameters);

    private void Say(string text) => World.Say(Boris.Id, Boris.Id, text);

    private static List<string?> Texts(Reply reply) =>
        [
            .. reply
                .Result.EnumerateArray()
                .Select(update => update.GetProperty(UpdateKinds.Message).GetProperty("text").GetString()),
        ];

    [Fact]
    public async Task Allowed_updates_are_kept_until_changed_and_an_empty_list_means_the_usual()
    {
        await Poll(("allowed_updates", """["chat_member"]"""));
        Say("unheard");
        World.Leave(Boris.Id, Group);
        var members = await Poll(("offset", 1));
        await Poll(("offset", 2), ("allowed_updates", "[]"));
        World.Join(Boris.Id, Group);
        var usual = await Poll(("offset", int.MaxValue));

        Assert.Equal(["chat_member"], Kinds(members));
        Assert.Equal([], Kinds(usual));
    }

    [Fact]
    public async Task With_privacy_on_an_ordinary_member_sees_only_what_is_meant_for_it()
    {
        var group = World.AddSupergroup("Other", Anna.Id, [Boris.Id]);
        World.AddBotTo(group.Id, Anna.Id);
        var card = (await Send(group.Id)).MessageId;
        World.QueueOf(Stage.Bot.Id).Clear();

        World.Say(Boris.Id, group.Id, "chatter");
        World.Say(Boris.Id, group.Id, "/other@somebody_bot");
        World.Say(Boris.Id, group.Id, "/mine");
        World.Say(Boris.Id, group.Id, "/mine@handoff_test_bot");
        World.Say(Boris.Id, group.Id, "reply", replyTo: card);
        World.Say(Boris.Id, group.Id, "ask @handoff_test_bot");

        Assert.Equal(["/mine", "/mine@handoff_test_bot", "reply", "ask @handoff_test_bot"], Texts(await Poll()));
    }

    [Fact]
    public async Task Administrator_sees_everything_in_a_group_but_never_another_bot()
    {
        var other = World.AddBot("4343:other", "Other", "other_bot");
        World.Say(Boris.Id, Group, "chatter");
        World.Say(other.Id, Group, "I am a bot");

        Assert.Equal(["chatter"], Texts(await Poll()));
    }

    private static List<string> Kinds(Reply reply) =>
        [.. reply.Result.EnumerateArray().Select(update => update.EnumerateObject().Last().Name)];
}
