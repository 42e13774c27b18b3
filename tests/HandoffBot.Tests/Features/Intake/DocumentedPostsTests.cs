using System.Diagnostics;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class DocumentedPostsTests
{
    private const string Secret = "hs_the-secret";

    [Theory]
    [InlineData("bash", "bash", "-c")]
    [InlineData("python", "python3", "-c")]
    public async Task Example_of_a_signed_post_is_taken_as_it_stands(string language, params string[] run)
    {
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite);
        stage.Bot.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        await stage.Bot.CommitAsync(async scope =>
        {
            var source = await scope.Db.Sources.SingleAsync();
            source.NewSecret(Secret, stage.Bot.Clock.GetUtcNow(), TimeSpan.Zero);
            source.Demand(signed: true);
            await scope.Db.SaveChangesAsync();
        });

        var answer = await RunAsync(stage, [.. run, Example(language)]);

        Assert.Equal("""{"lead":"L-1"}""", answer);
    }

    private static string Example(string language)
    {
        var page = File.ReadAllText(Repository.PathOf("docs/lead-sources.md"));
        return page.Split($"```{language}\n")[1].Split("```")[0];
    }

    private static async Task<string> RunAsync(IntakeStage stage, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment["URL"] = stage.Address.GetLeftPart(UriPartial.Authority);
        start.Environment["KEY"] = IntakeStage.Key;
        start.Environment["SECRET"] = Secret;
        start.Environment["no_proxy"] = "127.0.0.1";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        using var program = Process.Start(start)!;
        var said = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Trim();
    }
}
