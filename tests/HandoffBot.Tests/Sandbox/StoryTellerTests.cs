using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;
using HandoffBot.Sandbox.Demo;
using HandoffBot.Sandbox.WebChat;

namespace HandoffBot.Tests.Sandbox;

public sealed class StoryTellerTests
{
    [Fact]
    public async Task A_story_whose_world_is_gone_ends_without_harm_to_the_page()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions
            {
                Language = Language.English,
                WithBot = false,
                WithPage = false,
            },
            TestContext.Current.CancellationToken
        );
        using var teller = new StoryTeller();
        var gone = new Story("Rush", (_, _) => Task.FromException(new ObjectDisposedException("world")));
        var refused = new Story("Rush", (_, _) => Task.FromException(new HttpRequestException()));

        await teller.PlayAsync(gone, sandbox.Session);
        Assert.Equal((null, false), (teller.Playing, teller.Broke));
        await teller.PlayAsync(refused, sandbox.Session);

        Assert.Equal((null, true), (teller.Playing, teller.Broke));
    }
}
