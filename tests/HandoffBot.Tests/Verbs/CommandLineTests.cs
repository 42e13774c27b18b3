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
    public async Task Every_verb_explains_itself(string verb) =>
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync([verb, "--help"]));

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
        string[] migrate =
        [
            "migrate",
            $"--Storage:Provider={provider}",
            $"--ConnectionStrings:Handoff={database.ConnectionString}",
        ];

        var first = await CommandLine.RunAsync(migrate);
        var second = await CommandLine.RunAsync(migrate);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first, second));
    }
}
