using System.Net;
using System.Text.Json;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Features.Intake;

public sealed class WrongPostTests
{
    [Theory]
    [InlineData("""{"phone":true}""", "phone", "This must be text.")]
    [InlineData("""{"phone":"+79123451234","name":5}""", "name", "This must be text.")]
    public async Task Field_of_a_wrong_type_gets_one_complaint(string body, string field, string complaint)
    {
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite);

        var answer = await stage.PostTextAsync(body);

        using var problem = JsonDocument.Parse(answer.Body);
        var said = problem.RootElement.GetProperty("errors").GetProperty(field).EnumerateArray();
        Assert.Equal([complaint], said.Select(e => e.GetString()));
    }

    [Theory]
    [InlineData("/api/leads", "application/problem+json", "POST")]
    [InlineData("/f/" + IntakeStage.FormKey, "text/html", "form")]
    public async Task Visit_where_leads_are_posted_is_told_what_the_address_is_for(
        string path,
        string type,
        string says
    )
    {
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = stage.Address };

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
