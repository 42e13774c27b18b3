using HandoffBot.Chat;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Sandbox;
using Button = HandoffBot.Chat.Button;
using PressAnswer = HandoffBot.Chat.PressAnswer;

namespace HandoffBot.Tests.Telegram;

/// <summary>What features say, through the real client over HTTP, as the look-alike shows it and answers it.</summary>
public sealed class TelegramChatTests : IAsyncLifetime
{
    private Stage stage = null!;
    private BotParts bot = null!;

    private IChat Chat => bot.Chat;

    private ChatAddress Group => new(stage.Group.Id);

    public async ValueTask InitializeAsync()
    {
        stage = await Stage.StartAsync();
        stage.World.Limits.On = false;
        bot = new BotParts(Stage.Token, stage.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_card_arrives_with_bold_mention_and_buttons()
    {
        var card = ChatMessage
            .Of(Line.Bold("L-1 <Acme> & sons"), new Line(new Span("Boris", MentionOf: stage.Boris.Id)))
            .With([Button.Of("Take", "claim", 1)], [new CopyButton("Copy", "+7912")]);

        var sent = await SendAsync(Group, card);

        var shown = Shown(sent);
        Assert.Equal("L-1 <Acme> & sons\nBoris", shown.Text);
        Assert.Equal("1claim.2", Find(shown, "Take"));
    }

    [Fact]
    public async Task An_edit_passes_the_keyboard_and_without_buttons_takes_it_away()
    {
        var card = ChatMessage.Of("Lead").With([Button.Of("Take", "claim", 1)]);
        var sent = await SendAsync(Group, card);
        var standing = new MessageRef(stage.Group.Id, sent.MessageId);

        var same = await Chat.EditAsync(standing, card, default);
        var turned = await Chat.EditAsync(standing, ChatMessage.Of("Taken"), default);

        Assert.IsType<SendOutcome.Unchanged>(same);
        Assert.IsType<SendOutcome.Sent>(turned);
        Assert.Equal("Taken", Shown(sent).Text);
        Assert.Null(Find(Shown(sent), "Take"));
    }

    [Fact]
    public async Task A_picture_is_sent_anew_by_its_file_and_edited_by_its_caption()
    {
        var week = ChatMessage.Of("Week 12") with { Picture = new Picture(Png, "we\"ek.png") };
        var sent = await SendAsync(Group, week);
        var again = week with { Picture = new Picture([], "week.png", sent.FileId) };

        var second = await SendAsync(Group, again);
        var edited = await Chat.EditAsync(
            new MessageRef(stage.Group.Id, second.MessageId),
            again with
            {
                Lines = ["Week 13"],
            },
            default
        );

        Assert.NotNull(sent.FileId);
        Assert.IsType<SendOutcome.Sent>(edited);
    }

    [Fact]
    public async Task A_forgotten_file_is_uploaded_again()
    {
        var week = ChatMessage.Of("Week 12") with { Picture = new Picture(Png, "week.png", "no-such-file") };

        var sent = await SendAsync(Group, week);

        Assert.NotEqual("no-such-file", sent.FileId);
    }

    [Fact]
    public async Task A_text_is_no_picture_and_its_caption_is_gone()
    {
        var sent = await SendAsync(Group, ChatMessage.Of("text"));
        var picture = ChatMessage.Of("caption") with { Picture = new Picture(Png, "a.png") };

        var edited = await Chat.EditAsync(new MessageRef(stage.Group.Id, sent.MessageId), picture, default);

        Assert.IsType<SendOutcome.Gone>(edited);
    }

    [Fact]
    public async Task A_reply_to_a_deleted_message_is_sent_all_the_same()
    {
        var sent = await SendAsync(Group, ChatMessage.Of("Hello") with { ReplyTo = 4711 });

        Assert.Equal("Hello", Shown(sent).Text);
    }

    [Fact]
    public async Task A_question_opens_the_reply_field() =>
        Assert.True(
            (await SendAsync(Group, ChatMessage.Of("Why?") with { AskReply = new string('ж', 80) })).MessageId > 0
        );

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_held()
    {
        stage.World.Block(stage.Boris.Id);

        var outcome = await Chat.SendAsync(ChatAddress.Private(stage.Boris.Id), ChatMessage.Of("Hi"), default);

        Assert.Equal(HeldReason.Unreachable, Assert.IsType<SendOutcome.Held>(outcome).Why);
    }

    [Fact]
    public async Task A_group_that_threw_the_bot_out_is_held_and_gives_no_rights()
    {
        stage.World.RemoveBotFrom(stage.Group.Id, stage.Anna.Id);

        var outcome = await Chat.SendAsync(Group, ChatMessage.Of("Hi"), default);

        Assert.Equal(HeldReason.NotAMember, Assert.IsType<SendOutcome.Held>(outcome).Why);
        Assert.False((await Chat.RightsAsync(stage.Group.Id, default))!.IsMember);
    }

    [Fact]
    public async Task Rights_in_a_group_are_told()
    {
        var rights = await Chat.RightsAsync(stage.Group.Id, default);

        Assert.Equal(new BotRights(true, true, true, true, true), rights);
    }

    [Theory]
    [InlineData("TooManyRequests", typeof(SendOutcome.RetryAfter))]
    [InlineData("ServerError", typeof(SendOutcome.Unanswered))]
    [InlineData("BadGateway", typeof(SendOutcome.Unanswered))]
    [InlineData("CutBefore", typeof(SendOutcome.Unanswered))]
    [InlineData("AnswerLost", typeof(SendOutcome.Unanswered))]
    [InlineData("Unauthorized", typeof(SendOutcome.Unauthorized))]
    public async Task Trouble_on_the_way_is_told_at_once_and_tried_by_nobody_else(string fault, Type outcome)
    {
        stage.World.Faults.Order(new Fault(Enum.Parse<FaultKind>(fault)) { RetryAfter = 3 });

        var first = await Chat.SendAsync(Group, ChatMessage.Of("Hi"), default);
        var second = await Chat.SendAsync(Group, ChatMessage.Of("Hi again"), default);

        Assert.IsType(outcome, first);
        Assert.IsType<SendOutcome.Sent>(second);
    }

    [Fact]
    public async Task A_press_is_answered_and_a_late_answer_is_gone()
    {
        var sent = await SendAsync(Group, ChatMessage.Of("Lead").With([Button.Of("Take", "claim", 1)]));
        var press = stage.World.Press(stage.Boris.Id, stage.Group.Id, sent.MessageId, "Take");

        var late = await Chat.AnswerPressAsync("4711", PressAnswer.Nothing, default);
        var answered = await Chat.AnswerPressAsync(press.Id, new PressAnswer("Yours"), default);

        Assert.IsType<SendOutcome.Gone>(late);
        Assert.IsType<SendOutcome.Sent>(answered);
    }

    [Fact]
    public async Task The_bot_knows_itself_pins_and_deletes()
    {
        var sent = await SendAsync(Group, ChatMessage.Of("Read this"));
        var standing = new MessageRef(stage.Group.Id, sent.MessageId);

        var (me, isRefused) = await Chat.MeetAsync(default);
        var pinned = await Chat.PinAsync(standing, default);
        var deleted = await Chat.DeleteAsync(standing, default);
        var twice = await Chat.DeleteAsync(standing, default);

        Assert.Equal(("handoff_test_bot", stage.Bot.Id), (me!.Username, me.Id));
        Assert.False(isRefused);
        Assert.IsType<SendOutcome.Sent>(pinned);
        Assert.IsType<SendOutcome.Sent>(deleted);
        Assert.IsType<SendOutcome.Unchanged>(twice);
    }

    [Fact]
    public async Task A_refused_token_is_told_from_a_Telegram_that_is_not_there()
    {
        await using var nowhere = new BotParts(Stage.Token, "http://no-such-host.invalid");
        stage.World.Faults.Order(new Fault(FaultKind.Unauthorized) { Times = 1, Method = "getMe" });

        var refused = await Chat.MeetAsync(default);
        var unreached = await nowhere.Chat.MeetAsync(default);

        Assert.Equal((new Meeting(null, IsRefused: true), default), (refused, unreached));
    }

    [Fact]
    public async Task No_line_of_the_log_holds_the_token_or_the_text()
    {
        stage.World.Faults.Order(new Fault(FaultKind.CutBefore));

        await Chat.SendAsync(Group, ChatMessage.Of("Acme wants windows"), default);
        await Chat.SendAsync(Group, ChatMessage.Of("Acme wants windows"), default);

        Assert.Contains(bot.Lines.All, line => line.Contains("sendMessage 200 in", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines.All, line => line.Contains("sandbox-token", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines.All, line => line.Contains("Acme", StringComparison.Ordinal));
    }

    /// <summary>The smallest picture there is.</summary>
    private static byte[] Png { get; } =
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
        );

    private async Task<SendOutcome.Sent> SendAsync(ChatAddress to, ChatMessage message) =>
        Assert.IsType<SendOutcome.Sent>(await Chat.SendAsync(to, message, TestContext.Current.CancellationToken));

    private Message Shown(SendOutcome.Sent sent) => stage.World.View.Message(stage.Group.Id, sent.MessageId)!;

    private static string? Find(Message message, string label) =>
        message.Buttons.FirstOrDefault(b => b.Text == label)?.CallbackData;
}
