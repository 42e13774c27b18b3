using HandoffBot.Chat;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class SkillMatchTests
{
    [Theory]
    [InlineData("рим", "примерка платья", false)]
    [InlineData("рим", "окна рим", true)]
    [InlineData("казань", "окна казани", true)]
    [InlineData("окна", "окнами и дверями", true)]
    [InlineData("окна", "оконный блок", false)]
    [InlineData("дома", "домашний", false)]
    [InlineData("bath", "bathroom", false)]
    [InlineData("window", "windows kazan", true)]
    [InlineData("art", "party tent", false)]
    [InlineData("окна пвх", "дверь и окна пвх", true)]
    [InlineData("окна пвх", "окна деревянные", false)]
    [InlineData("москва", "", false)]
    public void A_skill_is_found_as_a_word_and_not_within_one(string skill, string said, bool fits) =>
        Assert.Equal(fits, SkillMatch.Fits(skill, said));

    [Theory]
    [InlineData("de-AT", "+79120000000", "Здравствуйте", "de")]
    [InlineData("английский язык", null, null, "en")]
    [InlineData("x", "+380501234567", "Hello", "uk")]
    [InlineData(null, "+77011234567", null, "ru kk")]
    [InlineData(null, "+79120000000", "Hello", "ru")]
    [InlineData(null, null, "Доброго дня, які ціни", "uk")]
    [InlineData(null, null, "Hello, how much", "en")]
    [InlineData(null, null, "12345", "")]
    public void A_field_tells_the_language_before_the_phone_and_the_phone_before_the_message(
        string? field,
        string? phone,
        string? message,
        string tongues
    ) =>
        Assert.Equal(
            tongues,
            string.Join(' ', Tongue.Of(field is null ? null : TongueNames.Find(field), phone, message))
        );

    [Theory]
    [InlineData("Italian", "it")]
    [InlineData("немецкий", "de")]
    [InlineData("italian doors", null)]
    [InlineData("IT", null)]
    [InlineData("en-suite", null)]
    public void A_skill_is_a_language_when_all_of_it_is_the_name_of_one(string skill, string? tongue) =>
        Assert.Equal(tongue, TongueNames.Named(skill));
}
