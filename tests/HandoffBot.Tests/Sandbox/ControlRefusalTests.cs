using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffBot.Sandbox.Control;

namespace HandoffBot.Tests.Sandbox;

/// <summary>What another program asks of people or chats that do not exist is refused, and the bot hears nothing of it.</summary>
public sealed class ControlRefusalTests : StageTest
{
    private const long Nobody = 799_999_999;

    [Fact]
    public async Task Press_in_a_private_chat_that_was_never_opened_is_refused()
    {
        var stranger = World.AddPerson("Vera").Id;

        var error = await RefusedAsync("press-data", Forged(stranger, stranger));

        Assert.Equal($"There is no chat {stranger}.", error);
        await NothingIsHeardAsync();
    }

    [Fact]
    public async Task Presses_of_which_one_is_nobodys_are_refused_together()
    {
        var card = await Card();

        var forged = await RefusedAsync("press-data", Forged(Group, Boris.Id, Nobody));
        var pressed = await RefusedAsync(
            "press",
            new
            {
                people = new[] { Boris.Id, Nobody },
                chat = Group,
                message = card,
                button = "Take",
            }
        );

        Assert.All([forged, pressed], error => Assert.Equal($"There is no person {Nobody}.", error));
        await NothingIsHeardAsync();
    }

    [Fact]
    public async Task Words_of_nobody_or_to_nowhere_are_refused()
    {
        Task<string?> Say(long person, long chat) =>
            RefusedAsync(
                "say",
                new
                {
                    person,
                    chat,
                    text = "Hello",
                }
            );

        Assert.Equal($"There is no person {Nobody}.", await Say(Nobody, Group));
        Assert.Equal($"There is no person {Nobody}.", await Say(Nobody, Nobody));
        Assert.Equal($"There is no chat {Nobody}.", await Say(Boris.Id, Nobody));
        await NothingIsHeardAsync();
    }

    private static object Forged(long chat, params long[] people) =>
        new
        {
            people,
            chat,
            message = 1,
            data = "forged",
            wait = false,
        };

    private async Task<string?> RefusedAsync(string what, object body)
    {
        await using var control = await ControlServer.StartAsync(World, 0, CancellationToken.None);
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync($"{control.Url}/sandbox/{what}", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString();
    }

    private async Task NothingIsHeardAsync()
    {
        var updates = await Stage.CallAsync("getUpdates");
        Assert.Equal(200, updates.Status);
        Assert.Equal(0, updates.Result.GetArrayLength());
    }
}
