using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_same_person_asks_again
{
    [Theory]
    [InlineData("English", "And a balcony", "Inquiry no. 2", "Taken by Ivan")]
    [InlineData("Russian", "Ещё балкон", "2-е обращение", "В работе: Ivan")]
    public async Task It_joins_the_open_lead_and_the_owner_hears_of_it(
        string language,
        string asks,
        string again,
        string owner
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, card, _) = await s.TakenBy(s.Ivan);

        using var answer = await s.PostLead(new { phone = "+7 912 345 12 34", message = asks });

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(lead.ToString(), body.GetProperty("lead").GetString());
        Assert.True(body.GetProperty("repeatInquiry").GetBoolean());
        await s.Sales.ExpectTurned(card, again, owner);
        await s.Ivan.ExpectMessage($"🔥 {lead}", again, asks);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Tags_and_dots_of_a_mailbox_are_the_same_person_for_thirty_days(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await s.LeadArrives(new { email = "anna.petrova+windows@gmail.com", product = "Doors" });
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        await s.Ivan.Press(card, s.Words["Handoff.Take"]);
        await s.Ivan.ExpectMessage("anna.petrova+windows@gmail.com");

        s.TimePasses(TimeSpan.FromDays(29));
        var again = await s.LeadArrives(new { email = "AnnaPetrova+sale@gmail.com" });
        await s.Sales.ExpectTurned(card, s.Words.Say("Handoff.Again", 2));
        s.TimePasses(TimeSpan.FromDays(31));
        var later = await s.LeadArrives(new { email = "annapetrova@gmail.com" });

        Assert.Equal(lead, again);
        Assert.NotEqual(lead, later);
        await s.Sales.ExpectMessage($"{later}", "a•••@gmail.com");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_same_post_again_changes_nothing(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
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
