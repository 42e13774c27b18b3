using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class PastedCityTests
{
    private static readonly CityNames Kazan = new(["Казань", "Казань", "казань", "●●●"]);

    [Theory]
    [InlineData("Олег, 89123456780, балкон 6 м, Казань", "балкон 6 м", "Казань")]
    [InlineData("Олег\n89123456780\nбалкон 6 м\nКазань", "балкон 6 м", "Казань")]
    [InlineData("Олег Петров; oleg@mail.ru; Окна; Ростов-на-Дону.", "Окна", "Ростов-на-Дону")]
    [InlineData("Олег, 89123456780\nОкна, три штуки\nНижний Новгород", "Окна, три штуки", "Нижний Новгород")]
    [InlineData("Олег, 89123456780, окна, г. Пермь, завтра", "окна, завтра", "г. Пермь")]
    [InlineData("89123456780, Олег, окна, Пермь", "окна", "Пермь")]
    public void What_stands_last_in_the_order_asked_for_is_the_city(string text, string message, string city) =>
        Assert.Equal((message, city), Read(text));

    [Theory]
    [InlineData("Олег, 89123456780, Казань", "Казань")]
    [InlineData("Олег, 89123456780, окна, двери", "окна, двери")]
    [InlineData("Олег, 89123456780, окна, дом 6", "окна, дом 6")]
    [InlineData("Олег, 89123456780, Окна, Завтра утром", "Окна, Завтра утром")]
    [InlineData("Олег\n89123456780\nТри окна\nНужна скидка\nСпасибо", "Три окна\nНужна скидка\nСпасибо")]
    [InlineData("окна, казань, 89123456780, Олег", "окна, казань")]
    public void What_is_no_city_or_stands_elsewhere_stays_in_the_message(string text, string message) =>
        Assert.Equal((message, null), Read(text));

    [Theory]
    [InlineData("Олег, 89123456780, нужны 3 окна ПВХ, Казань, завтра", "нужны 3 окна ПВХ, завтра")]
    [InlineData("казань, Олег, 89123456780, нужны 3 окна", "нужны 3 окна")]
    [InlineData("Казань, Олег, 89123456780, нужны 3 окна", "нужны 3 окна")]
    [InlineData("нужны окна\nКазань\nОлег\n89123456780\nзавтра", "нужны окна\nзавтра")]
    [InlineData("Имя: Олег\nТел: 89123456780\nВопрос: окна, Казань", "окна")]
    public void City_of_other_leads_is_known_wherever_it_stands(string text, string message)
    {
        var lead = PastedLead.Read(text, "RU", Kazan);

        Assert.Equal(("Олег", message, "Казань"), (lead.Name, lead.Message, lead.City));
    }

    [Fact]
    public void Person_called_like_a_city_keeps_the_name()
    {
        var lead = PastedLead.Read("Владимир, 89123456780, окна, Пермь", "RU", new(["Владимир"]));

        Assert.Equal(("Владимир", "окна", "Пермь"), (lead.Name, lead.Message, lead.City));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pasted_lead_gets_a_city_the_team_has_had_or_the_bot_offers(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, 11);
        await PasteAsync("Имя: Анна\nТел: 89123451234\nГород: Казань");

        await PasteAsync("Олег, 89123456780, нужны 3 окна ПВХ, Казань, завтра после обеда");
        await PasteAsync("Омск, Иван, 89123456781, балкон");
        await talk.WriteAsync("Пётр, 89123456782, москва, балкон");
        await talk.PressAsync("Новый лид из этого текста");
        await talk.PressAsync("Записать");

        var leads = await bot.ReadAsync(db =>
            db.Leads.Include(l => l.Contact)
                .OrderBy(l => l.Id)
                .Select(l => new { l.Contact.Name, l.City })
                .ToListAsync()
        );
        Assert.Equal(
            [("Анна", "Казань"), ("Олег", "Казань"), ("Иван", "Омск"), ("Пётр", "Москва")],
            leads.Select(l => (l.Name!, l.City!))
        );

        async Task PasteAsync(string text)
        {
            await talk.CommandAsync("new", text);
            await talk.PressAsync("Записать");
        }
    }

    private static (string?, string?) Read(string text)
    {
        var lead = PastedLead.Read(text, "RU", CityNames.None);
        return (lead.Message, lead.City);
    }
}
