using HandoffBot.Sandbox;

namespace HandoffBot.Tests.Sandbox;

public sealed class OwnBotTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 16, 7, 0, 5, TimeSpan.Zero);

    [Fact]
    public void Where_the_usual_ports_are_free_they_are_not_named() =>
        Assert.Equal(
            "dotnet run --project src/HandoffBot -- --Telegram:Token=42:x --Telegram:BaseUrl=http://127.0.0.1:5081 "
                + "\"--ConnectionStrings:Handoff=Data Source=sandbox-20261116-070005.db\" --Backup:Folder=",
            Command(taken: [5080, 5081])
        );

    [Fact]
    public void Where_the_usual_ports_are_taken_the_next_free_ones_are_named() =>
        Assert.EndsWith(
            " --Backup:Folder= --Urls=http://127.0.0.1:5083 --Management:Url=http://127.0.0.1:5084",
            Command(taken: [5080, 5081, 5082, 8080, 8083]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Only_the_port_that_is_taken_is_named()
    {
        var command = Command(taken: [8083]);

        Assert.DoesNotContain("--Urls", command, StringComparison.Ordinal);
        Assert.EndsWith("--Management:Url=http://127.0.0.1:5083", command, StringComparison.Ordinal);
    }

    private static string Command(HashSet<int> taken) =>
        OwnBot.Command("42:x", new Uri("http://127.0.0.1:5081"), At, taken);
}
