using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Outbox;

/// <summary>From Telegram's own words to what becomes of the message, of the chat, and who is told.</summary>
public sealed class ReactionsTests
{
    private const long Sales = -1001;
    private const long Moved = -100777;
    private const long Ivan = 11;
    private const long Admin = 1;

    [Theory]
    // Another try: after the pause that was asked for, when Telegram answers again, when the token is taken again.
    [InlineData(Sales, 429, "Too Many Requests: retry after 17", "Sent", 18)]
    [InlineData(Sales, 500, "Internal Server Error: restart", "Sent", 0)]
    [InlineData(Sales, 502, "Bad Gateway", "Sent", 0)]
    [InlineData(Sales, 401, "Unauthorized", "Sent", 60)]
    [InlineData(Ivan, 429, "Too Many Requests: retry after 17", "Sent", 18)]
    [InlineData(Ivan, 500, "Internal Server Error: restart", "Sent", 0)]
    // The chat takes nothing: it waits, and so does the message.
    [InlineData(Sales, 403, "Forbidden: bot was kicked from the supergroup chat", "Held", 0)]
    [InlineData(Sales, 403, "Forbidden: bot is not a member of the supergroup chat", "Held", 0)]
    [InlineData(Sales, 403, "Forbidden: the group chat was deleted", "Held", 0)]
    [InlineData(Sales, 400, "Bad Request: chat not found", "Held", 0)]
    [InlineData(Sales, 400, "Bad Request: not enough rights to send text messages to the chat", "Held", 0)]
    [InlineData(Sales, 400, "Bad Request: need administrator rights in the channel chat", "Held", 0)]
    [InlineData(Sales, 400, "Bad Request: TOPIC_CLOSED", "Held", 0)]
    [InlineData(Sales, 400, "Bad Request: message thread not found", "Held", 0)]
    // Nobody reads it there, or Telegram never will take it.
    [InlineData(Ivan, 403, "Forbidden: bot was blocked by the user", "Ended", 0)]
    [InlineData(Ivan, 403, "Forbidden: user is deactivated", "Ended", 0)]
    [InlineData(Ivan, 403, "Forbidden: bot can't initiate conversation with a user", "Ended", 0)]
    [InlineData(Sales, 400, "Bad Request: message text is empty", "Ended", 0)]
    [InlineData(Sales, 400, "Bad Request: BUTTON_DATA_INVALID", "Ended", 0)]
    [InlineData(Sales, 400, "Bad Request: something never heard of", "Ended", 0)]
    // It followed the group.
    [InlineData(Sales, 400, "Bad Request: group chat was upgraded to a supergroup chat", "Moved", 0)]
    public async Task Every_answer_to_a_message_has_its_reaction(
        long chat,
        int code,
        string words,
        string becomes,
        int secondsAtLeast
    )
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync();
        await AppointAsync(bot);
        var said = new Sayings(bot);
        var answer = Read(code, words);
        said.Answer = _ => said.Calls.Count == 1 ? answer : null;
        await said.SayAsync(chat, "text");
        var start = bot.Clock.GetUtcNow();

        while (bot.Clock.GetUtcNow() - start < TimeSpan.FromSeconds(70))
        {
            await bot.DispatchDueAsync(TimeSpan.Zero);
            bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        var row = (await said.RowsAsync())[0];
        var tries = said.Calls.Where(c => c.Text == "text").ToList();
        var isAgain = becomes is "Sent" or "Moved";
        Assert.Equal(becomes == "Moved" ? nameof(OutboxState.Sent) : becomes, row.State.ToString());
        Assert.Equal(isAgain ? 2 : 1, tries.Count);
        Assert.Equal(becomes == "Moved" ? Moved : chat, tries[^1].Chat);
        Assert.True(tries[^1].At - start >= TimeSpan.FromSeconds(secondsAtLeast));
        Assert.Equal(becomes == "Held" ? 1 : 0, said.To(Admin).Count());
        Assert.Equal(becomes == "Held", await IsHeldAsync(bot));
        Assert.Equal(chat == Ivan && becomes == "Ended", await bot.ReadAsync(db => IsBlockedAsync(db)));
    }

    private static SendOutcome Read(int code, string words) =>
        Refusals
            .Read(
                Call.Send,
                code,
                words,
                code == 429 ? 17 : null,
                words.Contains("upgraded", StringComparison.Ordinal) ? Moved : null
            )
            .Outcome;

    private static Task<bool> IsHeldAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Chats.AnyAsync(c => c.ChatId == Sales && c.State == ChatState.Held));

    private static Task<bool> IsBlockedAsync(HandoffDb db)
    {
        var ivan = new PersonId(Ivan);
        return db.People.AnyAsync(p => p.Id == ivan && p.BlockedAt != null);
    }

    private static Task AppointAsync(TestBot bot) =>
        bot.CommitAsync(async scope =>
        {
            scope.Db.Installations.Single().Appoint(new PersonId(Admin));
            await scope.Db.SaveChangesAsync();
        });
}
