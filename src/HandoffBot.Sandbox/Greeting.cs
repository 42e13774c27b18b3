using System.Text;

namespace HandoffBot.Sandbox;

/// <summary>What the console says when everything runs; the page, which people click on, comes last.</summary>
internal static class Greeting
{
    public static string Before(SandboxOptions options) =>
        options.Scene is Scene.Empty || !options.WithBot
            ? "Starting: a world of people and chats, and nothing set up yet."
            : "Starting: a demo company with weeks of history takes some seconds.";

    public static string Of(RunningSandbox sandbox)
    {
        var said = new StringBuilder();
        if (sandbox.BotUrl.Length == 0)
        {
            var cast = sandbox.Cast;
            said.AppendLine(CultureInfo.InvariantCulture, $"Bot token   {cast.Bot.Token}");
            said.AppendLine(CultureInfo.InvariantCulture, $"Sales chat  {cast.SalesChat}");
            said.AppendLine(CultureInfo.InvariantCulture, $"Channel     {cast.Channel}");
            said.AppendLine(CultureInfo.InvariantCulture, $"Run yours   {OwnBot.CommandFor(sandbox)}");
        }

        said.AppendLine(CultureInfo.InvariantCulture, $"Bot API     {sandbox.BotApiUrl}");
        if (sandbox.BotUrl.Length > 0)
        {
            said.AppendLine(CultureInfo.InvariantCulture, $"Bot         {sandbox.BotUrl}");
            said.AppendLine(CultureInfo.InvariantCulture, $"Management  {sandbox.ManagementUrl}");
        }

        return sandbox.ControlUrl.Length > 0
            ? said.Append(CultureInfo.InvariantCulture, $"Control     {sandbox.ControlUrl}").ToString()
            : said.Append(CultureInfo.InvariantCulture, $"Page        {sandbox.PageUrl}").ToString();
    }
}
