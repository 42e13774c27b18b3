using System.Net;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class ForeignKeyTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_key_opens_only_the_door_it_was_made_for(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var apiKey = await stage.AddTeamAsync();
        var lead = new { phone = "+79123451234" };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("phone", "+79123451234")]);
        using var padded = new FormUrlEncodedContent([KeyValuePair.Create("phone", "+79123451234")]);

        var formKeyAtTheApi = await stage.PostAsync(lead, key: IntakeStage.FormKey);
        var apiKeyAtTheForm = await stage.SubmitAsync(form, formKey: apiKey);
        var padding = await stage.SubmitAsync(padded, formKey: IntakeStage.FormKey + "%20");

        Assert.Equal(
            (HttpStatusCode.Unauthorized, "application/problem+json"),
            (formKeyAtTheApi.Status, formKeyAtTheApi.Type)
        );
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (apiKeyAtTheForm.Status, apiKeyAtTheForm.Type));
        Assert.Equal(HttpStatusCode.NotFound, padding.Status);
        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_teams_key_touches_no_lead_of_this_one(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var theirs = await stage.AddTeamAsync();
        var post = new
        {
            externalId = "order-7",
            phone = "+79123451234",
            name = "Anna",
        };
        await stage.PostAsync(post);

        var answer = await stage.PostAsync(post, key: theirs);

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.False(answer.Json.TryGetProperty("duplicate", out var said) && said.GetBoolean());
        Assert.False(answer.Json.TryGetProperty("repeatInquiry", out said) && said.GetBoolean());
        Assert.Equal([1, 2], (await stage.LeadsAsync()).Select(l => l.Team.Value));
        Assert.Equal(2, await stage.Bot.ReadAsync(db => db.Inquiries.CountAsync()));
    }
}
