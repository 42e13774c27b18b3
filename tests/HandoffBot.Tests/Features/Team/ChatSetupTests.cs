using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Team;

public sealed class ChatSetupTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sales_chat_becomes_a_team_with_three_presses_and_the_rest_is_named(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();

        await town.PlaceBotAsync(Town.Admin, Town.Group(-5, title: "Окна Казань"), Town.Full);
        var question = await town.LastSaidToAsync(Town.Admin);
        await town.PressAsync(Town.Admin, "Чат продаж");
        var proposal = await town.LastSaidToAsync(Town.Admin);
        await town.PressAsync(Town.Admin, "Всё верно");

        Assert.StartsWith("Для чего чат «Окна Казань»?", question, StringComparison.Ordinal);
        Assert.StartsWith("Чат продаж «Окна Казань»: новая команда?", proposal, StringComparison.Ordinal);
        Assert.Contains(
            "Москва (UTC+3), Россия, будни 9–18, норматив 5\u00A0мин, русский, рубли",
            proposal,
            StringComparison.Ordinal
        );
        var team = await bot.ReadAsync(db => db.Teams.SingleAsync());
        Assert.Equal("Окна Казань", team.Name);
        Assert.Equal(new Locale(Language.Russian, "Europe/Moscow", "RU", "RUB"), team.Locale);
        Assert.True((await bot.ReadAsync(db => db.Members.SingleAsync())).IsManager);
        var rest = await town.LastSaidToAsync(Town.Admin);
        Assert.Contains("Осталось: канал маркетинга", rest, StringComparison.Ordinal);
        Assert.Contains("/source", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("не администратор", rest, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Zone_language_country_and_currency_are_changed_step_by_step(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-5), Town.Full);
        await town.PressAsync(Town.Admin, "Чат продаж");

        await town.PressAsync(Town.Admin, "Изменить…");
        await town.PressAsync(Town.Admin, "English");
        await town.WriteAsync(Town.Admin, Town.Private(Town.Admin), "Mars/Olympus");
        await town.WriteAsync(Town.Admin, Town.Private(Town.Admin), "Europe/Rome");
        await town.PressAsync(Town.Admin, "Italy");
        await town.PressAsync(Town.Admin, "euros");
        var proposal = await town.LastSaidToAsync(Town.Admin);
        await town.PressAsync(Town.Admin, "All correct");

        Assert.Contains("Europe/Rome (UTC+1), Italy, Mon–Fri 9–18", proposal, StringComparison.Ordinal);
        Assert.Equal(
            new Locale(Language.English, "Europe/Rome", "IT", "EUR"),
            await bot.ReadAsync(db => db.Teams.Select(t => t.Locale).SingleAsync())
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marketing_channel_joins_the_only_team_and_missing_rights_are_named(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await SalesTeamAsync(town, Town.Plain);
        var channel = new Place(new ChatAddress(-9), PlaceKind.Channel, "Маркетинг");

        await town.PlaceBotAsync(Town.Admin, channel, Town.Full);
        await town.PressAsync(Town.Admin, "Канал маркетинга");

        var chat = await bot.ReadAsync(db => db.Chats.SingleAsync(c => c.ChatId == -9));
        Assert.Equal((ChatKind.Marketing, ChatState.Active), (chat.Kind, chat.State));
        var rest = await town.LastSaidToAsync(Town.Admin);
        Assert.DoesNotContain("канал маркетинга", rest, StringComparison.Ordinal);
        Assert.Contains("не администратор", rest, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marketing_channel_chosen_first_waits_for_the_team(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-9), Town.Full);
        await town.PressAsync(Town.Admin, "Канал маркетинга");

        await SalesTeamAsync(town, Town.Full, becomeAdmin: false);

        var team = await bot.ReadAsync(db => db.Teams.Select(t => t.Id).SingleAsync());
        Assert.Equal(
            team,
            await bot.ReadAsync(db => db.Chats.Where(c => c.ChatId == -9).Select(c => c.Team).SingleAsync())
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marketing_chosen_while_the_sales_chat_is_asked_about_names_the_open_question(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-5, title: "Окна Казань"), Town.Full);
        await town.PlaceBotAsync(Town.Admin, Town.Channel(-9), Town.Full);
        await town.PressAsync(Town.Admin, "Чат продаж");

        await town.PressAsync(Town.Admin, "Канал маркетинга");
        var told = await town.LastSaidToAsync(Town.Admin);
        await town.PressAsync(Town.Admin, "Всё верно");

        Assert.Equal("«Marketing» будет для маркетинга. Осталось ответить на вопрос выше о чате «Окна Казань».", told);
        Assert.Equal(2, await bot.ReadAsync(db => db.Chats.CountAsync(c => c.Team != null)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Topic_serves_a_team_as_a_chat_does(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();

        await town.CommandAsync(Town.Admin, Town.Group(-5, thread: 42), "setup");
        await town.PressAsync(Town.Admin, "Чат продаж");
        await town.PressAsync(Town.Admin, "Всё верно");

        var chat = await bot.ReadAsync(db => db.Chats.SingleAsync());
        Assert.Equal((42, ChatKind.Sales), (chat.ThreadId, chat.Kind));
        Assert.NotNull(chat.Team);
        Assert.StartsWith(
            "Сюда приходят лиды",
            Assert.Single(await town.SaidToAsync(-5)).PlainText,
            StringComparison.Ordinal
        );
    }

    internal static async Task SalesTeamAsync(
        Town town,
        BotRights rights,
        bool becomeAdmin = true,
        bool isPublic = false
    )
    {
        if (becomeAdmin)
        {
            await town.BecomeAdminAsync();
        }

        await town.PlaceBotAsync(Town.Admin, Town.Group(-5, isPublic: isPublic), rights);
        await town.PressAsync(Town.Admin, "Чат продаж");
        await town.PressAsync(Town.Admin, "Всё верно");
    }
}
