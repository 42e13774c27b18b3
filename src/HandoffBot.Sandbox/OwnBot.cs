using System.Net.NetworkInformation;

namespace HandoffBot.Sandbox;

/// <summary>How a bot of one's own is run against the look-alike.</summary>
internal static class OwnBot
{
    private const int UsualPort = 8080;
    private const int UsualManagementPort = 8083;

    public static string CommandFor(RunningSandbox sandbox) =>
        Command(sandbox.Cast.Bot.Token, new Uri(sandbox.BotApiUrl), sandbox.Clock.GetUtcNow(), PortsInUse());

    /// <param name="at">In the name of the database: in each world updates are counted anew, and one that knows another would pass them by.</param>
    /// <param name="taken">Ports of this machine that are in use.</param>
    public static string Command(string token, Uri botApi, DateTimeOffset at, IReadOnlySet<int> taken)
    {
        var free = Enumerable.Range(botApi.Port + 1, taken.Count + 2).Where(p => !taken.Contains(p)).ToList();
        List<string> words =
        [
            "dotnet run --project src/HandoffBot --",
            $"--Telegram:Token={token}",
            $"--Telegram:BaseUrl={botApi.GetLeftPart(UriPartial.Authority)}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"--ConnectionStrings:Handoff=Data Source=sandbox-{at:yyyyMMdd-HHmmss}.db\""
            ),
            // Its copies would push a real bot's out of the folder.
            "--Backup:Folder=",
        ];
        if (taken.Contains(UsualPort))
        {
            words.Add($"--Urls={Loopback(free[0])}");
        }

        if (taken.Contains(UsualManagementPort))
        {
            words.Add($"--Management:Url={Loopback(free[1])}");
        }

        return string.Join(' ', words);
    }

    private static HashSet<int> PortsInUse() =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port)];

    private static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
