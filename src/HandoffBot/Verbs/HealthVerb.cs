using System.CommandLine;

namespace HandoffBot.Verbs;

/// <summary>Asks the running bot whether it can take leads: the health check of the image, which has no curl.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Command =>
        Verb.Of(
            "health",
            "Asks the bot running on this machine whether it can take leads.",
            async (_, settings, token) =>
            {
                await using var app = Verb.Build(settings);
                var url = HandoffBotHost.PublicAddress(app) + "/health/ready";
                using var http = new HttpClient { Timeout = Patience };
                try
                {
                    using var answer = await http.GetAsync(new Uri(url), token);
                    Console.WriteLine(await answer.Content.ReadAsStringAsync(token));
                    return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
                }
                catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)
                {
                    await Console.Error.WriteLineAsync($"{url} does not answer: {ex.Message}");
                    return ExitCode.Failed;
                }
            }
        );
}
