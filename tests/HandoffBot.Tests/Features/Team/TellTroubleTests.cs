using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Team;

public sealed class TellTroubleTests
{
    private const long Marketing = -1002;

    [Theory]
    [InlineData("NotAMember", "I am not in the chat any more.", "Меня в чате больше нет.")]
    [InlineData("NotFound", "I am not in the chat any more.", "Меня в чате больше нет.")]
    [InlineData(
        "NoRight",
        "“Administrators” → the bot → “Send messages”",
        "«Администраторы» → бот → «Отправка сообщений»"
    )]
    [InlineData(
        "NoRightInChannel",
        "“Administrators” → the bot → “Post messages”",
        "«Администраторы» → бот → «Публикация сообщений»"
    )]
    [InlineData("TopicLost", "The topic is closed or gone.", "Тема закрыта или удалена.")]
    public async Task The_admin_is_told_what_mends_it(string why, string english, string russian)
    {
        Assert.Contains(english, await ToldAsync(Language.English, why), StringComparison.Ordinal);
        Assert.Contains(russian, await ToldAsync(Language.Russian, why), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_of_a_chat_is_among_them()
    {
        var told = typeof(TellTroubleTests)
            .GetMethod(nameof(The_admin_is_told_what_mends_it))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(a => (string)a.Data[0]!);

        Assert.Equal(Enum.GetNames<HeldReason>().Except([nameof(HeldReason.Unreachable)]).Order(), told.Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_right_taken_from_the_bot_in_a_channel_is_named_as_channels_name_it(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        var mute = Town.Full with { CanPost = false };

        await town.PlaceBotAsync(Town.Admin, Town.Group(-1001), mute, wasMember: true);
        var ofGroup = await town.LastSaidToAsync(Town.Admin);
        await town.PlaceBotAsync(Town.Admin, Town.Channel(Marketing), mute, wasMember: true);
        var ofChannel = await town.LastSaidToAsync(Town.Admin);

        Assert.Contains("“Send messages”", ofGroup, StringComparison.Ordinal);
        Assert.Contains("“Post messages”", ofChannel, StringComparison.Ordinal);
    }

    private static async Task<string> ToldAsync(Language language, string why)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync(language);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await bot.CommitAsync(async scope =>
        {
            var chat = await scope.Db.Chats.SingleAsync(c => c.ChatId == Marketing);
            var setbacks = scope.Services.GetRequiredService<Setbacks>();
            await setbacks.HoldAsync(scope.Db, chat, Enum.Parse<HeldReason>(why), why, CancellationToken.None);
            await scope.Db.SaveChangesAsync();
        });
        return await town.LastSaidToAsync(Town.Admin);
    }
}
