using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Verbs;

namespace HandoffBot.Tests.Verbs;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("migrate")]
    [InlineData("doctor")]
    [InlineData("health")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("admin", "reset")]
    [InlineData("team", "add")]
    [InlineData("team", "list")]
    [InlineData("source", "add")]
    [InlineData("source", "list")]
    [InlineData("source", "secret")]
    [InlineData("source", "sign")]
    [InlineData("source", "unsign")]
    public async Task Every_verb_explains_itself(params string[] verb) =>
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync([.. verb, "--help"]));

    [Fact]
    public async Task Unknown_verb_fails() => Assert.Equal(ExitCode.Failed, await CommandLine.RunAsync(["doctr"]));

    [Fact]
    public async Task Run_without_a_token_tells_that_the_settings_are_wrong() =>
        Assert.Equal(ExitCode.WrongSettings, await CommandLine.RunAsync(["--Telegram:Token="]));

    [Fact]
    public async Task Misspelt_option_is_not_taken_for_a_setting() =>
        Assert.Equal(ExitCode.WrongSettings, await CommandLine.RunAsync(["migrate", "--forse"]));

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Migration_may_be_repeated(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string[] migrate = ["migrate", .. database.Settings];

        var first = await CommandLine.RunAsync(migrate);
        var second = await CommandLine.RunAsync(migrate);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first, second));
    }

    [Fact]
    public async Task Team_and_source_are_made_beside_the_bot_and_only_once()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        string[] settings =
        [
            .. database.Settings,
            "--Telegram:Token=424242:TEST-token_of-nobody",
            "--Telegram:BaseUrl=http://127.0.0.1:1",
        ];
        await CommandLine.RunAsync(["migrate", .. settings]);

        string[][] asked =
        [
            ["team", "add", "North", "--sales-chat", "-1001", .. settings],
            ["team", "add", "North", "--sales-chat", "-1002", .. settings],
            ["source", "add", "North", "Site", "--key", "0123456789abcdef", .. settings],
            ["source", "add", "North", "Site", .. settings],
            ["source", "add", "South", "Site", .. settings],
            ["team", "list", .. settings],
            ["source", "list", .. settings],
            ["admin", "reset", .. settings],
        ];
        var codes = new List<int>();
        foreach (var arguments in asked)
        {
            codes.Add(await CommandLine.RunAsync(arguments));
        }

        Assert.Equal([0, 1, 0, 1, 1, 0, 0, 0], codes);
    }
}
