using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Checkup;

/// <summary>A bot with a team, known to Telegram, and what the doctor says of it in English.</summary>
internal sealed class ExaminedBot(TestBot bot) : IAsyncDisposable
{
    public static BotRights All { get; } = new(true, true, true, true, true);

    public Mock<IChat> Chat => bot.Chat;

    public string Connection => bot.Database.ConnectionString;

    public MessengerClock Clock => bot.Services.GetRequiredService<MessengerClock>();

    public static async Task<ExaminedBot> StartAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        Action<IServiceCollection>? replace = null
    )
    {
        var bot = await TestBot.StartAsync(provider, replace);
        await bot.TeamAsync(Language.English);
        var examined = new ExaminedBot(bot);
        examined.Is(new BotIdentity(424242, "handoff_bot", SeesAllGroupMessages: false));
        examined.Allows(-1001, All);
        examined.Allows(-1002, All);
        return examined;
    }

    public void Is(BotIdentity me) => Answers(new Meeting(me));

    /// <summary>How Telegram answers the question who the bot is.</summary>
    public void Answers(Meeting meeting) =>
        Chat.Setup(c => c.MeetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(meeting);

    public void Allows(long chat, BotRights? rights) =>
        Chat.Setup(c => c.RightsAsync(chat, It.IsAny<CancellationToken>())).ReturnsAsync(rights);

    /// <summary>The team has this chat no more.</summary>
    public Task LosesAsync(long chat) =>
        bot.ReadAsync(db => db.Chats.Where(c => c.ChatId == chat).ExecuteDeleteAsync());

    public async Task<IReadOnlyList<string>> WrongAsync() => Words(await ExamineAsync(), well: false);

    public async Task<IReadOnlyList<string>> WellAsync() => Words(await ExamineAsync(), well: true);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static IReadOnlyList<string> Words(IReadOnlyList<Finding> findings, bool well) =>
        [.. findings.Where(f => f.IsWell == well).Select(f => f.In(WordingOf.Stranger("en")))];

    private Task<IReadOnlyList<Finding>> ExamineAsync() =>
        bot.Services.GetRequiredService<Doctor>().ExamineAsync(readsAll: true, CancellationToken.None);
}
