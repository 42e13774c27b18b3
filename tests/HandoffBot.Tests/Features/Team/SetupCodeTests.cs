using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Features.Team;

public sealed class SetupCodeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task First_to_send_the_code_in_private_becomes_the_admin(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var code = await town.CodeAsync();

        await town.CommandAsync(7, Town.Private(7), "start", code);
        await town.CommandAsync(8, Town.Private(8), "start", code);

        Assert.Equal(new PersonId(7), await bot.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync()));
        Assert.Contains("Администратор бота — вы", await town.LastSaidToAsync(7), StringComparison.Ordinal);
        Assert.DoesNotContain("Администратор бота — вы", await town.LastSaidToAsync(8), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Code_sent_in_a_group_makes_nobody_admin(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);

        await town.CommandAsync(7, Town.Group(-5), "start", await town.CodeAsync());

        Assert.Null(await bot.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync()));
        Assert.Empty(await town.SaidToAsync(-5));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sixth_try_after_five_wrong_codes_has_to_wait_even_with_the_right_one(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        for (var i = 0; i < SetupAttempt.Free; i++)
        {
            await town.CommandAsync(7, Town.Private(7), "start", $"wrong{i}");
        }

        await town.BecomeAdminAsync(7);
        var early = await bot.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync());
        var told = await town.LastSaidToAsync(7);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.BecomeAdminAsync(7);

        Assert.Null(early);
        Assert.Contains("Слишком много попыток", told, StringComparison.Ordinal);
        Assert.Equal(new PersonId(7), await bot.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reset_kills_the_old_code_and_the_old_admins_rights(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();
        var old = await town.CodeAsync();
        await town.BecomeAdminAsync();

        await bot.CommitAsync(s => s.Get<ResetAdmin>().HandleAsync(CancellationToken.None));
        await town.CommandAsync(Town.Stranger, Town.Private(Town.Stranger), "start", old);
        await town.BecomeAdminAsync(11);

        var members = await bot.ReadAsync(db => db.Members.ToDictionaryAsync(m => m.Person.Value));
        Assert.Equal(new PersonId(11), await bot.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync()));
        Assert.False(members[Town.Admin].IsManager);
        Assert.True(members[11].IsManager);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Link_is_printed_once_Telegram_answers_and_never_when_there_is_an_admin(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var output = new StringWriter();
        bot.Chat.SetupSequence(c => c.MeetAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(default(Meeting))
            .ReturnsAsync(new Meeting(new BotIdentity(424242, "acme_bot", false)));
        var code = await town.CodeAsync();

        using var announcing = Announcement(bot, output);
        await announcing.StartAsync(CancellationToken.None);
        while (!announcing.ExecuteTask!.IsCompleted)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.Contains($"/start {code}", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"https://t.me/acme_bot?start={code}", output.ToString(), StringComparison.Ordinal);
        await town.BecomeAdminAsync();
        var later = new StringWriter();
        using var again = Announcement(bot, later);
        await again.StartAsync(CancellationToken.None);
        await again.ExecuteTask!;
        Assert.Equal("", later.ToString());
    }

    [Theory]
    [InlineData("ru-RU", "Администратора ещё нет")]
    [InlineData("de-DE", "Nobody is the admin yet")]
    [InlineData("", "Nobody is the admin yet")]
    public async Task Link_is_printed_in_the_language_of_the_machine(string machine, string says)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        var installation = await bot.ReadAsync(db => db.Installations.AsNoTracking().SingleAsync());
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(machine);

        var said = bot.Services.GetRequiredService<SetupInvitation>().For(installation, null);

        Assert.StartsWith(says, said, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Greeting_fits_who_says_hello(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await town.CommandAsync(Town.Stranger, Town.Private(Town.Stranger), "start");
        var before = await town.LastSaidToAsync(Town.Stranger);
        await bot.TeamAsync();
        await town.BecomeAdminAsync();

        await town.CommandAsync(11, Town.Private(11), "start");
        await town.CommandAsync(Town.Stranger, Town.Private(Town.Stranger), "start");

        Assert.Contains("ещё не настроен", before, StringComparison.Ordinal);
        Assert.Contains("«Беру»", await town.LastSaidToAsync(11), StringComparison.Ordinal);
        Assert.Contains("не настроен", before, StringComparison.Ordinal);
        Assert.NotEqual(before, await town.LastSaidToAsync(Town.Stranger));
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("new")]
    [InlineData("settings")]
    [InlineData("doctor")]
    [InlineData("whatever")]
    public async Task Before_there_is_an_admin_every_command_is_told_that_the_bot_is_not_set_up(string command)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        var town = new Town(bot);

        await town.CommandAsync(Town.Stranger, Town.Private(Town.Stranger), command);
        await town.CommandAsync(Town.Stranger, Town.Group(-5), command);

        var told = Assert.Single(await town.SaidToAsync(Town.Stranger)).PlainText;
        Assert.StartsWith("Бот ещё не настроен", told, StringComparison.Ordinal);
        Assert.Empty(await town.SaidToAsync(-5));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_opens_the_link_after_the_admin_hears_that_it_has_been_used(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await bot.TeamAsync();
        await town.BecomeAdminAsync();

        await town.BecomeAdminAsync(Town.Stranger);
        await town.BecomeAdminAsync(11);
        await town.BecomeAdminAsync();

        Assert.Equal("Эта ссылка уже использована.", await town.LastSaidToAsync(Town.Stranger));
        Assert.Equal("Эта ссылка уже использована.", await town.LastSaidToAsync(11));
        Assert.NotEqual("Эта ссылка уже использована.", await town.LastSaidToAsync(Town.Admin));
    }

    private static AnnounceSetup Announcement(TestBot bot, TextWriter output) =>
        ActivatorUtilities.CreateInstance<AnnounceSetup>(bot.Services, bot.Chat.Object, output);
}
