using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class ByHandTests
{
    private const long Rep = 11;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lead_is_dictated_step_by_step_and_counts_once_it_was_shown_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);

        await talk.CommandAsync("new");
        await talk.WriteAsync("Анна Петрова");
        await talk.WriteAsync("позвоните мне");
        Assert.StartsWith("Нужен телефон", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.WriteAsync("8 912 345 12 34");
        await talk.WriteAsync("Окна ПВХ");
        await talk.WriteAsync("Казань");
        Assert.Empty(await LeadsAsync(bot));
        Assert.Equal(["Записать", "Исправить", "Отмена"], talk.Buttons);
        await talk.PressAsync("Записать");

        var lead = Assert.Single(await LeadsAsync(bot));
        Assert.Equal(
            ("Анна Петрова", "+79123451234", "Окна ПВХ", "Казань"),
            (lead.Contact.Name, lead.Contact.Phone, lead.Product, lead.City)
        );
        Assert.StartsWith("L-1 записан", talk.Last.PlainText, StringComparison.Ordinal);
        Assert.Equal("Вручную", await bot.ReadAsync(db => db.Sources.Select(s => s.Name).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_pasted_text_is_enough_with_the_command_and_at_the_first_question(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);

        await talk.CommandAsync("new", "Анна, 89123451234");
        Assert.Contains("+79123451234", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.PressAsync("Записать");
        await talk.CommandAsync("new");
        await talk.WriteAsync("Имя: Олег\nПочта: oleg@mail.ru\nГород: Челны");
        await talk.PressAsync("Записать");

        Assert.Equal(["Анна", "Олег"], (await LeadsAsync(bot)).Select(l => l.Contact.Name!));
    }

    [Theory]
    [InlineData("+79123454599", "+79123454599")]
    [InlineData("8 912 345-45-99", "+79123454599")]
    [InlineData("ivan@mail.ru", "ivan@mail.ru")]
    [InlineData("@ivan_petrov", "@ivan_petrov")]
    public async Task Contact_given_where_the_name_was_asked_is_the_contact(string typed, string shown)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);
        await talk.CommandAsync("new");
        var asked = talk.Last.PlainText;

        await talk.WriteAsync(typed);
        Assert.Equal(asked, talk.Last.PlainText);
        await talk.WriteAsync("Иван");
        await talk.PressAsync("Пропустить");
        await talk.PressAsync("Пропустить");
        Assert.Contains(shown, talk.Last.PlainText, StringComparison.Ordinal);
        await talk.PressAsync("Записать");

        Assert.Equal("Иван", Assert.Single(await LeadsAsync(bot)).Contact.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Name_in_small_letters_beside_a_contact_is_the_name(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);
        await talk.CommandAsync("new");

        await talk.WriteAsync("иван +79123454599");
        await talk.PressAsync("Пропустить");
        await talk.PressAsync("Пропустить");
        await talk.PressAsync("Записать");

        var contact = Assert.Single(await LeadsAsync(bot)).Contact;
        Assert.Equal(("иван", "+79123454599"), (contact.Name, contact.Phone));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_shown_back_asks_nothing_once_its_buttons_are_gone(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);

        await talk.CommandAsync("new", "Анна, 89123451234");

        Assert.Equal(["Записать", "Исправить", "Отмена"], talk.Buttons);
        Assert.StartsWith("Новый лид\n", talk.Last.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("?", talk.Last.PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_field_is_corrected_without_asking_for_the_others(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);
        await talk.CommandAsync("new", "Анна, 89123451234, anna@mail.ru");

        await talk.PressAsync("Исправить");
        await talk.PressAsync("Имя");
        await talk.WriteAsync("Жанна");
        await talk.PressAsync("Записать");

        var contact = Assert.Single(await LeadsAsync(bot)).Contact;
        Assert.Equal(("Жанна", "+79123451234", "anna@mail.ru"), (contact.Name, contact.Phone, contact.Email));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Questions_that_do_not_matter_are_skipped_and_nothing_stays_after_cancel(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);

        await talk.CommandAsync("new");
        await talk.PressAsync("Пропустить");
        await talk.WriteAsync("@anna_p");
        await talk.PressAsync("Пропустить");
        await talk.PressAsync("Пропустить");
        Assert.Contains("@anna_p", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.PressAsync("Отмена");

        Assert.Empty(await LeadsAsync(bot));
        Assert.All(
            await bot.ReadAsync(db => db.Dialogues.Select(d => d.Arguments).ToListAsync()),
            a => Assert.DoesNotContain("anna_p", a, StringComparison.Ordinal)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Contact_with_an_open_lead_is_said_to_have_one(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);

        for (var i = 0; i < 2; i++)
        {
            await talk.CommandAsync("new", "Анна, 89123451234");
            await talk.PressAsync("Записать");
        }

        Assert.StartsWith("У этого контакта уже есть открытый лид: L-1", talk.Last.PlainText, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await LeadsAsync(bot)).Inquiries);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_pressed_twice_saves_once(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);
        await talk.CommandAsync("new", "Анна, 89123451234");

        await talk.PressAsync("Записать");
        await talk.PressAsync("Записать");

        Assert.Equal(1, Assert.Single(await LeadsAsync(bot)).Inquiries);
        Assert.StartsWith("L-1 записан", talk.Toast, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_that_belongs_to_nothing_is_offered_as_a_new_lead(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);

        await talk.WriteAsync("Анна, 89123451234");
        await talk.PressAsync("Новый лид из этого текста");
        await talk.PressAsync("Записать");

        Assert.Equal("Анна", Assert.Single(await LeadsAsync(bot)).Contact.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_that_belongs_to_nothing_can_be_searched_for(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Rep);
        await talk.CommandAsync("new", "Анна, 89123451234, Продукт: Окна");
        await talk.PressAsync("Записать");

        await talk.WriteAsync("Окна");
        await talk.PressAsync("Найти");

        Assert.Contains("L-1", talk.Last.PlainText, StringComparison.Ordinal);
        Assert.Single(await LeadsAsync(bot));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Somebody_of_no_team_can_add_nothing(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, 999);

        await talk.CommandAsync("new", "Анна, 89123451234");
        await talk.WriteAsync("Анна, 89123451234");

        Assert.Empty(await bot.ReadAsync(db => db.Dialogues.ToListAsync()));
        Assert.DoesNotContain(talk.Seen, m => m.Keyboard.Count > 0);
    }

    private static Task<List<Lead>> LeadsAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Leads.AsNoTracking().Include(l => l.Contact).OrderBy(l => l.Id).ToListAsync());
}
