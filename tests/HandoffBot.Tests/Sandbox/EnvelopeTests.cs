using System.Net;
using System.Text;

namespace HandoffBot.Tests.Sandbox;

public sealed class EnvelopeTests : StageTest
{
    [Theory]
    [InlineData("/bot123/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/bot0:abc/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/bot4242:wrong/getMe", 401, "Unauthorized")]
    [InlineData("/bot4242:sandbox-token/getMoon", 404, "Not Found: method not found")]
    [InlineData("/getMe", 404, "Not Found")]
    [InlineData("/bot4242:sandbox-token", 404, "Not Found")]
    [InlineData("/file/bot4242:sandbox-token/photos/none.png", 404, "Not Found")]
    public async Task Wrong_address_is_refused(string path, int status, string words)
    {
        using var response = await Stage.Http.GetAsync(Stage.Url + path);
        var reply = await Reply.ReadAsync(response);

        Assert.Equal((status, words), (reply.Status, reply.Description));
        Assert.False(reply.Json.GetProperty("ok").GetBoolean());
        Assert.Equal(status, reply.Json.GetProperty("error_code").GetInt32());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_verbs_get_501_and_nothing_else(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), $"{Stage.Url}/bot{Stage.Token}/getMe");
        using var response = await Stage.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("{\"chat_id\":")]
    [InlineData("[1,2]")]
    [InlineData("")]
    public async Task Body_that_is_no_json_object_gets_400_and_nothing_else(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Stage.Http.PostAsync($"{Stage.Url}/bot{Stage.Token}/sendMessage", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Parameters_may_stand_in_the_address_in_a_form_or_in_json()
    {
        var address = $"{Stage.Url}/bot{Stage.Token}/SENDmessage";
        using var json = new StringContent(
            $$"""{"chat_id":"{{Group}}","text":"three"}""",
            Encoding.UTF8,
            "application/json"
        );
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{Group}"), "chat_id" },
            { new StringContent("four"), "text" },
        };

        using var got = await Stage.Http.GetAsync($"{address}?chat_id={Group}&text=one");
        var posted = await Send(Group, "two");
        using var sentJson = await Stage.Http.PostAsync(address, json);
        using var sentForm = await Stage.Http.PostAsync($"{Stage.Url}/bot{Stage.Token}/?method=sendMessage", form);

        Assert.All([got.StatusCode, sentJson.StatusCode, sentForm.StatusCode], s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(200, posted.Status);
        var said = World.View.Messages(Group).TakeLast(4).Select(message => message.Text);
        Assert.Equal(["one", "two", "three", "four"], said);
    }

    [Fact]
    public async Task More_than_a_mebibyte_of_parameters_gets_413()
    {
        var reply = await Send(Group, new string('x', (1 << 20) + 1));

        Assert.Equal((413, ""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Old_token_is_unauthorized_once_it_was_revoked()
    {
        World.RevokeToken(Stage.Bot.Id, "4242:another");

        Assert.Equal("401 Unauthorized", (await Send(Group)).Verdict);
    }

    [Fact]
    public async Task Call_log_tells_the_call_but_never_the_token()
    {
        await Send(Group, "Hello");
        await Send(1);

        var calls = World.Calls.Recent();
        Assert.Equal(
            [("sendMessage", 200, "Hello"), ("sendMessage", 400, "Bad Request: chat not found")],
            calls.Select(call => (call.Method, call.Status, call.Description))
        );
        Assert.DoesNotContain(calls, call => call.ToString().Contains("sandbox-token"));
    }
}
