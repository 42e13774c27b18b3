using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_same_person_asks_again
{
    [Fact]
    public async Task It_joins_the_open_lead_and_the_owner_hears_of_it()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var (lead, card, _) = await s.TakenBy(s.Ivan);

        using var answer = await s.PostLead(new { phone = "+7 912 345 12 34", message = "Ещё балкон" });

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(lead.ToString(), body.GetProperty("lead").GetString());
        Assert.True(body.GetProperty("repeatInquiry").GetBoolean());
        await s.Sales.ExpectTurned(card, "2-е обращение", "В работе: Ivan");
        await s.Ivan.ExpectMessage($"🔥 {lead}", "2-е обращение", "Ещё балкон");
    }

    [Fact]
    public async Task The_same_post_again_changes_nothing()
    {
        await using var s = await Scenario.StartAsync();
        var post = new { externalId = "order-7", phone = "+79120000007" };
        var lead = await s.LeadArrives(post);

        using var again = await s.PostLead(post);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var body = await again.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(body.GetProperty("duplicate").GetBoolean());
        Assert.Equal(lead.ToString(), body.GetProperty("lead").GetString());
        Assert.Equal(1, await s.ReadAsync(db => db.Leads.CountAsync()));
    }
}
