using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Team;

public sealed class ChatPurposeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Anonymous_admin_of_a_chat_shows_who_they_are_by_a_press(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.CommandAsync(null, Town.Group(-5), "setup");
        var button = (await town.SaidToAsync(-5)).Single().Keyboard.Single().OfType<PressButton>().Single();

        var refused = await town.PressAsync(Town.Stranger, Town.Group(-5), button.Press);
        var chats = await bot.ReadAsync(db => db.Chats.CountAsync());
        await town.PressAsync(Town.Admin, Town.Group(-5), button.Press);

        Assert.Contains("администратор", refused, StringComparison.Ordinal);
        Assert.Equal(0, chats);
        Assert.StartsWith("Для чего чат", await town.LastSaidToAsync(Town.Admin), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chat_that_is_not_needed_is_left(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-5), Town.Plain);

        await town.PressAsync(Town.Admin, "Не нужен");

        Assert.True(await town.LeavesAsync(-5));
        Assert.Empty(await bot.ReadAsync(db => db.Teams.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_sales_chat_replaces_the_first_only_when_the_admin_names_the_team(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await ChatSetupTests.SalesTeamAsync(town, Town.Full);
        await town.PlaceBotAsync(Town.Admin, Town.Group(-6, title: "New"), Town.Full);

        await town.PressAsync(Town.Admin, "Чат продаж");
        var before = await bot.ReadAsync(db => db.Chats.SingleAsync(c => c.ChatId == -5));
        await town.PressAsync(Town.Admin, "Windows");

        Assert.Equal(ChatState.Active, before.State);
        var chats = await bot.ReadAsync(db => db.Chats.ToDictionaryAsync(c => c.ChatId));
        Assert.Equal(ChatState.Lost, chats[-5].State);
        Assert.Equal((before.Team, ChatKind.Sales), (chats[-6].Team, chats[-6].Kind));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Strangers_press_on_the_purpose_of_a_chat_changes_nothing(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-5), Town.Full);
        var sales = (await town.SaidToAsync(Town.Admin))[^1].Keyboard[0].OfType<PressButton>().Single().Press;

        var answer = await town.PressAsync(Town.Stranger, Town.Private(Town.Stranger), sales);
        var forged = await town.PressAsync(Town.Admin, Town.Private(Town.Admin), sales with { Choice = -3, Extra = 9 });

        Assert.Contains("администратор", answer, StringComparison.Ordinal);
        Assert.Contains("устарел", forged, StringComparison.Ordinal);
        Assert.Empty(await bot.ReadAsync(db => db.Dialogues.ToListAsync()));
        Assert.Equal(ChatKind.Unsettled, await bot.ReadAsync(db => db.Chats.Select(c => c.Kind).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Added_by_a_stranger_it_says_one_line_before_the_setup_and_leaves_after_it(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);

        await town.PlaceBotAsync(Town.Stranger, Town.Group(-5), Town.Plain);
        await town.CommandAsync(Town.Stranger, Town.Group(-5), "setup");
        await town.CommandAsync(Town.Stranger, Town.Group(-5), "menu");
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Stranger, Town.Group(-6), Town.Plain);

        Assert.Single(await town.SaidToAsync(-5));
        Assert.False(await town.LeavesAsync(-5));
        Assert.True(await town.LeavesAsync(-6));
        Assert.Contains("P666", await town.LastSaidToAsync(Town.Admin), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chat_the_bot_was_thrown_out_of_before_it_served_is_not_asked_about_any_more(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-5), Town.Full);
        await town.PlaceBotAsync(Town.Admin, Town.Group(-6, title: "Doors"), Town.Full);

        await town.PlaceBotAsync(Town.Admin, Town.Group(-5), Town.None, wasMember: true);
        var about = (await town.SaidToAsync(Town.Admin)).Select(m => m.PlainText).ToList();

        Assert.DoesNotContain(about, t => t.Contains("«Windows»", StringComparison.Ordinal));
        Assert.Contains(about, t => t.Contains("«Doors»", StringComparison.Ordinal));
    }
}
