using HandoffBot.Chat;
using HandoffBot.Telegram;

namespace HandoffBot.Tests.Telegram;

/// <summary>Each answer Telegram is known to give, and what the outbox is told of it.</summary>
public sealed class RefusalsTests
{
    [Theory]
    [InlineData("message to unpin not found")]
    [InlineData("message is not modified: specified new message content and reply markup are exactly the same")]
    public void An_edit_that_changes_nothing_is_no_trouble(string words) =>
        Assert.IsType<SendOutcome.Unchanged>(Read(Call.Edit, 400, $"Bad Request: {words}"));

    [Fact]
    public void A_message_that_is_no_longer_there_counts_as_deleted() =>
        Assert.IsType<SendOutcome.Unchanged>(Read(Call.Delete, 400, "Bad Request: message to delete not found"));

    [Theory]
    [InlineData("Edit", "Bad Request: message to edit not found")]
    [InlineData("Edit", "Bad Request: message can't be edited")]
    [InlineData("Edit", "Bad Request: there is no text in the message to edit")]
    [InlineData("Edit", "Bad Request: there is no caption in the message to edit")]
    [InlineData("Delete", "Bad Request: message can't be deleted")]
    [InlineData("Delete", "Bad Request: message can't be deleted for everyone")]
    [InlineData("Pin", "Bad Request: message to pin not found")]
    [InlineData("React", "Bad Request: message to react not found")]
    [InlineData("AnswerPress", "Bad Request: query is too old and response timeout expired or query ID is invalid")]
    public void What_cannot_be_changed_any_more_is_gone(string call, string words) =>
        Assert.IsType<SendOutcome.Gone>(Read(Enum.Parse<Call>(call), 400, words));

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "Unreachable")]
    [InlineData(403, "Forbidden: user is deactivated", "Unreachable")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", "Unreachable")]
    [InlineData(403, "Forbidden: the bot can't send messages to the bot", "Unreachable")]
    [InlineData(403, "Forbidden: bot was kicked from the group chat", "NotAMember")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "NotAMember")]
    [InlineData(403, "Forbidden: bot was kicked from the channel chat", "NotAMember")]
    [InlineData(403, "Forbidden: bot is not a member of the supergroup chat", "NotAMember")]
    [InlineData(403, "Forbidden: the group chat was deleted", "NotAMember")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", "NoRight")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", "NoRightInChannel")]
    [InlineData(400, "Bad Request: TOPIC_CLOSED", "TopicLost")]
    [InlineData(400, "Bad Request: message thread not found", "TopicLost")]
    [InlineData(400, "Bad Request: chat not found", "NotFound")]
    public void A_chat_that_takes_nothing_is_held(int code, string words, string why)
    {
        var held = Assert.IsType<SendOutcome.Held>(Read(Call.Send, code, words));

        Assert.Equal(Enum.Parse<HeldReason>(why), held.Why);
        Assert.Equal(words, held.Words);
    }

    [Theory]
    [InlineData("Pin", "Bad Request: not enough rights to manage pinned messages in the chat")]
    [InlineData("Delete", "Bad Request: not enough rights to delete a message")]
    public void A_right_missing_for_something_else_does_not_silence_the_chat(string call, string words) =>
        Assert.IsType<SendOutcome.Refused>(Read(Enum.Parse<Call>(call), 400, words));

    [Theory]
    [InlineData("Bad Request: message text is empty")]
    [InlineData("Bad Request: text must be non-empty")]
    [InlineData("Bad Request: something never heard of")]
    public void What_will_never_pass_is_refused_with_its_words(string words) =>
        Assert.Equal(new SendOutcome.Refused(words), Read(Call.Send, 400, words));

    [Theory]
    [InlineData(
        "Bad Request: can't parse entities: Unsupported start tag \"br\" at byte offset 5",
        "WithoutFormatting"
    )]
    [InlineData("Bad Request: BUTTON_DATA_INVALID", "WithoutButtons")]
    [InlineData("Bad Request: BUTTON_URL_INVALID", "WithoutButtons")]
    [InlineData("Bad Request: BUTTON_COPY_TEXT_INVALID", "WithoutButtons")]
    [InlineData("Bad Request: reply markup is too long", "WithoutButtons")]
    [InlineData("Bad Request: can't parse inline keyboard button: Text buttons are unallowed", "WithoutButtons")]
    [InlineData("Bad Request: can't parse reply keyboard markup JSON object", "WithoutButtons")]
    [InlineData("Bad Request: object expected as reply markup", "WithoutButtons")]
    [InlineData("Bad Request: inline keyboard button URL 'x' is invalid: …", "WithoutButtons")]
    [InlineData("Bad Request: inline keyboard expected", "WithoutButtons")]
    [InlineData("Bad Request: message to be replied not found", "WithoutReply")]
    [InlineData("Bad Request: wrong file identifier/HTTP URL specified", "WithPictureBytes")]
    [InlineData("Bad Request: not enough rights to send photos to the chat", "WithoutPicture")]
    [InlineData("Bad Request: message is too long", "Shorter")]
    [InlineData("Bad Request: MESSAGE_TOO_LONG", "Shorter")]
    [InlineData("Bad Request: text is too long", "Shorter")]
    [InlineData("Bad Request: message caption is too long", "Shorter")]
    [InlineData("Bad Request: MEDIA_CAPTION_TOO_LONG", "Shorter")]
    public void What_spoils_a_message_is_mended_once_and_refused_then(string words, string mend)
    {
        var refusal = Refusals.Read(Call.Send, 400, words);

        Assert.Equal(Enum.Parse<Mend>(mend), refusal.Mend);
        Assert.IsType<SendOutcome.Refused>(refusal.Outcome);
    }

    [Fact]
    public void Too_many_requests_names_the_wait()
    {
        var stated = Refusals.Read(Call.Send, 429, "Too Many Requests: retry after 17", retryAfter: 17);
        var unstated = Refusals.Read(Call.Send, 429, "Too Many Requests");

        Assert.Equal(new SendOutcome.RetryAfter(TimeSpan.FromSeconds(17)), stated.Outcome);
        Assert.Equal(new SendOutcome.RetryAfter(Refusals.UnstatedWait), unstated.Outcome);
    }

    [Fact]
    public void A_group_that_became_a_supergroup_names_its_new_id()
    {
        var refusal = Refusals.Read(
            Call.Send,
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            movedTo: -1001234567890
        );

        Assert.Equal(new SendOutcome.Moved(-1001234567890), refusal.Outcome);
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(401, "Unauthorized: invalid token specified")]
    [InlineData(404, "Not Found")]
    public void A_token_that_is_not_accepted_is_said_so(int code, string words) =>
        Assert.IsType<SendOutcome.Unauthorized>(Read(Call.Send, code, words));

    [Theory]
    [InlineData(500, "Internal Server Error: restart")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(409, "Conflict: something")]
    public void Trouble_on_the_other_side_leaves_the_effect_unknown(int code, string words) =>
        Assert.Equal(new SendOutcome.Unanswered(words), Read(Call.Send, code, words));

    [Fact]
    public void An_unknown_method_is_refused_and_not_taken_for_a_wrong_token() =>
        Assert.IsType<SendOutcome.Refused>(Read(Call.Send, 404, "Not Found: method not found"));

    private static SendOutcome Read(Call call, int code, string words) => Refusals.Read(call, code, words).Outcome;
}
