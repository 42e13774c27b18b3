using System.Net;
using HandoffBot.Tests.Support;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_site_form_is_sent
{
    [Fact]
    public async Task A_plain_html_form_becomes_a_card()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);

        var page = await SendAsync(
            s,
            "scenario-form",
            ("name", "Анна Петрова"),
            ("phone", "8 (912) 345-12-34"),
            ("product", "Окна")
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Спасибо", page.Body, StringComparison.Ordinal);
        await s.Sales.ExpectMessage("🔥 L-1 · Окна", "Анна П.", "··· 12-34", "Site");
    }

    [Fact]
    public async Task A_filled_trap_is_held_for_the_manager()
    {
        await using var s = await Scenario.StartAsync();

        await SendAsync(s, "scenario-form", ("phone", "+79123451234"), ("website", "http://spam.example"));
        var held = await s.Olga.ExpectMessage("⚠️ L-1", "is it a person?");
        Assert.False(s.Sales.HasMessage("L-1"));
        await s.Olga.Press(held, "To the sales chat");

        await s.Sales.ExpectMessage("🔥 L-1");
    }

    [Fact]
    public async Task A_wrong_field_is_named_in_the_language_of_the_team()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);

        var page = await SendAsync(s, "scenario-form", ("name", "Анна"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("телефон", page.Body, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        Scenario s,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(new Uri($"{s.BotUrl}/f/{form}"), content);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
