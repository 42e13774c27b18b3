using System.Diagnostics;
using System.Text;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;

namespace HandoffBot.Tests.Webhooks;

public sealed class DocumentedCheckTests
{
    [Theory]
    [InlineData("{\"name\":\"Анна\"}", "True")]
    [InlineData("{\"name\":\"Anna\"}", "False")]
    public async Task Example_of_checking_a_signature_works_as_it_stands(string came, string answer)
    {
        var secret = WebhookSigning.MintSecret();
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var sent = Encoding.UTF8.GetBytes("{\"name\":\"Анна\"}");
        var signature = WebhookSigning.Sign([WebhookSigning.MintSecret(), secret], "msg_1", time, sent);

        var program = $"""
            {Example()}
            headers = dict(zip(["webhook-id", "webhook-timestamp", "webhook-signature"], ["msg_1", "{time}", "{signature}"]))
            print(is_ours("{secret}", headers, '{came}'.encode()))
            """;

        Assert.Equal(answer, await RunAsync(program));
    }

    private static string Example() =>
        File.ReadAllText(Repository.PathOf("docs/way-out.md")).Split("```python\n")[1].Split("```")[0];

    private static async Task<string> RunAsync(string program)
    {
        using var python = Process.Start(
            new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardOutput = true }
        )!;
        var said = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Trim();
    }
}
