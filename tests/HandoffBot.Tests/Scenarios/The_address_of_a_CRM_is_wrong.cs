using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

/// <summary>What the chat says of an address that may not be, or does not answer as it should.</summary>
public sealed class The_address_of_a_CRM_is_wrong
{
    private static readonly Dictionary<string, string?> Allowed = new()
    {
        ["Webhooks:AllowPrivateNetwork"] = "true",
        ["Webhooks:AllowHttp"] = "true",
    };

    [Theory]
    [InlineData("English", "http://crm.example/hook", "Write an https address")]
    [InlineData("Russian", "http://crm.example/hook", "Нужен адрес https")]
    [InlineData("English", "https://192.168.0.1/hook", "Write an address of the open net")]
    [InlineData("Russian", "https://192.168.0.1/hook", "Нужен адрес из открытой сети")]
    public async Task An_address_that_may_not_be_is_refused_with_what_is_possible(
        string language,
        string address,
        string says
    )
    {
        await using var s = await Scenario.StartInAsync(language);

        await TypeAsync(s, address);

        await s.Olga.ExpectMessage(says);
        Assert.False(await s.ReadAsync(db => db.Webhooks.AnyAsync()));
    }

    [Theory]
    [InlineData("English", 302, "The test was not taken: answered 302 with another address, which is not followed")]
    [InlineData("Russian", 302, "Проверка не принята: ответ 302 с другим адресом, туда не ходим")]
    [InlineData("English", 500, "The test was not taken: answered 500")]
    [InlineData("Russian", 500, "Проверка не принята: ответ 500")]
    public async Task A_test_that_fails_says_what_was_answered_and_what_helps(string language, int status, string says)
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var crm = await Receiver.StartAsync();
        crm.Answer = (_, http) =>
        {
            http.Response.Headers.Location = elsewhere.Address;
            return Receiver.Status(http, status);
        };
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), settings: Allowed);

        await TypeAsync(s, crm.Address);

        await s.Olga.ExpectMessage(says, s.Words["Team.WebhookTestWrongThen"]);
        Assert.Single(crm.Posts);
        Assert.Empty(elsewhere.Posts);
    }

    private static async Task TypeAsync(Scenario s, string address)
    {
        var w = s.Words;
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(w.Say("Team.SettingsOf", "Windows"));
        await s.Olga.Press(settings, w["Team.SetWebhook"] + "…");
        var page = await s.Olga.ExpectMessage(w["Team.WebhookNothing"]);
        await s.Olga.Press(page, w["Team.WebhookDoAddress"]);
        await s.Olga.ExpectMessage(w["Team.WebhookAsk"]);
        s.Olga.Says(address);
    }
}
