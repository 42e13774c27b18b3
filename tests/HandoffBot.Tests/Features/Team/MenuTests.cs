using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Features.Team;

public sealed class MenuTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Menu_shows_each_role_what_it_may_do(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();

        await town.CommandAsync(1, Town.Private(1), "menu");
        await town.CommandAsync(11, Town.Private(11), "menu");

        Assert.Contains("Настройки", await LabelsAsync(town, 1));
        Assert.Contains("Помощь", await LabelsAsync(town, 11));
        Assert.DoesNotContain("Настройки", await LabelsAsync(town, 11));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Press_in_the_menu_does_what_the_command_does_for_those_who_may(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();
        await town.CommandAsync(1, Town.Private(1), "menu");
        var settings = (await town.SaidToAsync(1))[^1]
            .Keyboard.SelectMany(r => r)
            .OfType<PressButton>()
            .Single(b => b.Label == "Настройки");

        await town.PressAsync(1, Town.Private(1), settings.Press);
        var refused = await town.PressAsync(11, Town.Private(11), settings.Press);
        var strange = await town.PressAsync(Town.Stranger, Town.Private(Town.Stranger), settings.Press);

        Assert.StartsWith("Настройки «Test»", await town.LastSaidToAsync(1), StringComparison.Ordinal);
        Assert.NotEqual("", refused);
        Assert.NotEqual("", strange);
        Assert.Empty(await town.SaidToAsync(11));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_manager_is_told_who_is_changing_the_settings(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();
        await bot.CommitAsync(async s =>
        {
            var anna = await s.Db.Members.SingleAsync(m => m.Team == team && m.Person == new PersonId(12));
            anna.SeenAs(Roles.Manager, bot.Clock.GetUtcNow());
            await s.Db.SaveChangesAsync();
        });
        await town.CommandAsync(1, Town.Private(1), "settings");
        await town.PressAsync(1, "Язык, зона…");

        await town.CommandAsync(12, Town.Private(12), "settings");
        await town.PressAsync(12, "Язык, зона…");

        Assert.Contains("P1", await town.LastSaidToAsync(12), StringComparison.Ordinal);
        Assert.Single(await bot.ReadAsync(db => db.Dialogues.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_settings_hold_and_cancel_leaves_them(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();
        await town.CommandAsync(1, Town.Private(1), "settings");
        await town.PressAsync(1, "Язык, зона…");
        await town.PressAsync(1, "Изменить…");
        await town.PressAsync(1, "Русский");
        await town.PressAsync(1, "Самара");
        await town.PressAsync(1, "Россия");
        await town.PressAsync(1, "рубли");
        await town.PressAsync(1, "Всё верно");

        await town.CommandAsync(1, Town.Private(1), "settings");
        await town.PressAsync(1, "Язык, зона…");
        await town.PressAsync(1, "Изменить…");
        await town.PressAsync(1, "English");
        await town.CommandAsync(1, Town.Private(1), "cancel");

        Assert.Equal("Закончили, всё осталось как было.", await town.LastSaidToAsync(1));
        Assert.Equal(
            new Locale(Language.Russian, "Europe/Samara", "RU", "RUB"),
            await bot.ReadAsync(db => db.Teams.Select(t => t.Locale).SingleAsync())
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Language_is_found_in_the_settings_which_say_how_it_is_and_how_it_would_be(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();
        await town.CommandAsync(1, Town.Private(1), "settings");
        var settings = await town.LastSaidToAsync(1);

        await town.PressAsync(1, "Язык, зона…");
        var now = await town.LastSaidToAsync(1);
        await town.PressAsync(1, "Изменить…");
        await town.PressAsync(1, "Русский");
        await town.PressAsync(1, "Самара");
        await town.PressAsync(1, "Россия");
        await town.PressAsync(1, "рубли");

        Assert.Contains("Язык, зона: русский, Москва (UTC+3), Россия, рубли", settings, StringComparison.Ordinal);
        Assert.EndsWith("Сейчас: русский, Москва (UTC+3), Россия, рубли", now, StringComparison.Ordinal);
        Assert.EndsWith(
            "Будет: русский, Самара (UTC+4), Россия, рубли",
            await town.LastSaidToAsync(1),
            StringComparison.Ordinal
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Command_for_private_typed_in_the_sales_chat_is_answered_to_that_person_alone(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();

        await town.CommandAsync(11, Town.Group(-1001), "help");

        Assert.Equal("/help работает в личном чате со мной.", await town.LastSaidToAsync(11));
        Assert.Empty(await town.SaidToAsync(-1001));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Commands_are_offered_once_and_six_at_most(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        bot.Chat.Setup(c =>
                c.OfferCommandsAsync(
                    It.IsAny<CommandScope>(),
                    It.IsAny<string>(),
                    It.IsAny<IReadOnlyList<OfferedCommand>>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(new SendOutcome.Sent());

        await OfferAsync(bot);
        await OfferAsync(bot);

        var offered = bot
            .Chat.Invocations.SelectMany(i => i.Arguments)
            .OfType<IReadOnlyList<OfferedCommand>>()
            .ToList();
        Assert.Equal(6, offered.Count);
        Assert.All(offered, commands => Assert.InRange(commands.Count, 1, 6));
    }

    private static async Task OfferAsync(TestBot bot)
    {
        using var offering = ActivatorUtilities.CreateInstance<OfferCommands>(bot.Services, bot.Chat.Object);
        await offering.StartAsync(CancellationToken.None);
        await offering.ExecuteTask!;
    }

    private static async Task<List<string>> LabelsAsync(Town town, long person) =>
        [.. (await town.SaidToAsync(person))[^1].Keyboard.SelectMany(r => r).Select(b => b.Label)];
}
