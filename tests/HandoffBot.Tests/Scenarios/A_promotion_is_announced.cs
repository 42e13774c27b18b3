using HandoffBot.Tests.Support;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_promotion_is_announced
{
    [Fact]
    public async Task Sales_hears_of_it_ahead_and_marketing_sees_who_is_ready()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        s.Maria.Says("/promo");
        await s.Maria.ExpectMessage("Что объявляем?");
        s.Maria.Says("Осень-2027: −20 % на окна\nДля владельцев квартир");
        await s.Maria.ExpectMessage("С какого дня?");
        s.Maria.Says("завтра");
        var preview = await s.Maria.ExpectMessage("📣 Осень-2027", "Всё ли готово?");

        await s.Maria.Press(preview, "Объявить");

        var post = await s.Sales.ExpectMessage("📣 Осень-2027: −20 % на окна", "с 17 марта, ср", "Всё ли готово?");
        Assert.Equal(["Всё готово", "Есть вопрос", "Не готово"], ScenarioChat.Buttons(post));
        await s.Sales.Expect(m => m.Id == post.Id && m.Pinned, "pinned");
        await s.Ivan.Press(post, "Всё готово");
        await s.Maria.ExpectMessage("Осень-2027", "Ivan");
        await s.Anna.Press(post, "Есть вопрос");
        await s.Anna.ExpectMessage("вопрос");
        s.Anna.Says("Доставка входит?");
        await s.Maria.ExpectMessage("Доставка входит?", "Anna");
    }

    [Fact]
    public async Task A_rep_cannot_announce_and_is_told_who_can()
    {
        await using var s = await Scenario.StartAsync();

        s.Ivan.Says("/promo");

        await s.Ivan.ExpectMessage("Marketing and managers announce promotions");
    }
}
