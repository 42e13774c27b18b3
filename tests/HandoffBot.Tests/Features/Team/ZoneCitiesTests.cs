using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Resources;

namespace HandoffBot.Tests.Features.Team;

public sealed class ZoneCitiesTests
{
    [Theory]
    [InlineData("Пермь", "Asia/Yekaterinburg")]
    [InlineData("набережные челны", "Europe/Moscow")]
    [InlineData(" санкт петербург ", "Europe/Moscow")]
    [InlineData("Орел", "Europe/Moscow")]
    [InlineData("Улан-Удэ", "Asia/Irkutsk")]
    [InlineData("Москва", "Europe/Moscow")]
    [InlineData("Moscow", "Europe/Moscow")]
    [InlineData("Rome", "Europe/Rome")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Buenos Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Boston", "America/New_York")]
    [InlineData("Atlantis", null)]
    [InlineData("UTC", null)]
    [InlineData("", null)]
    public void A_city_has_a_zone(string city, string? zone) => Assert.Equal(zone, ZoneCities.ZoneOf(city));

    [Theory]
    [InlineData(nameof(Language.English))]
    [InlineData(nameof(Language.Russian))]
    public void Every_listed_city_has_a_zone_that_there_is(string language)
    {
        var zones = Texts.Get("Team.Cities", Enum.Parse<Language>(language)).Split('|').Select(z => z.Split('=')[0]);

        Assert.All(zones, z => Assert.True(LocaleRules.IsZone(z), z));
    }
}
