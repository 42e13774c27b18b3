using HandoffBot.Settings;

namespace HandoffBot.Http;

/// <summary>
/// The usual settings of what an application listens on: <c>Urls</c>, or <c>HTTP_PORTS</c> as container images set it. They are taken
/// from the web host, because the bot opens its addresses itself to tell its two sides apart.
/// </summary>
internal sealed class PublicUrls
{
    private const string Default = "http://*:8080";
    private const char Between = ';';

    private readonly string urls;

    private PublicUrls(string urls) => this.urls = urls;

    public static PublicUrls TakeFrom(IConfiguration settings)
    {
        var ports = Parts(settings[WebHostDefaults.HttpPortsKey] ?? "").Select(p => $"http://*:{p}");
        var taken = settings[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls
            ? urls
            : string.Join(Between, ports);
        settings[WebHostDefaults.ServerUrlsKey] = "";
        settings[WebHostDefaults.HttpPortsKey] = "";
        return new PublicUrls(taken.Length > 0 ? taken : Default);
    }

    public IReadOnlyList<string> Read() =>
        Parts(urls) is { Length: > 0 } read && read.All(ListenAddress.Reads)
            ? read
            : throw new SettingException($"Urls must look like {Default}, was \"{urls}\"; https is a proxy's work.");

    private static string[] Parts(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
