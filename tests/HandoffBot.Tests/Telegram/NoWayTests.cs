using HandoffBot.Chat;

namespace HandoffBot.Tests.Telegram;

public sealed class NoWayTests
{
    [Fact]
    public async Task A_name_that_nobody_resolves_is_no_answer_and_tried_again()
    {
        await using var bot = new BotParts("424242:TEST-token_of-nobody", "http://no-such-host.invalid");

        var outcome = await bot.Chat.SendAsync(new ChatAddress(-1001), ChatMessage.Of("Hi"), default);

        Assert.IsType<SendOutcome.Unanswered>(outcome);
    }
}
