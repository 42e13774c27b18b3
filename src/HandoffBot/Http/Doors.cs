using HandoffBot.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace HandoffBot.Http;

/// <summary>The two doors: the public one, and the one for whoever runs the bot. Neither shows what the other one does.</summary>
internal sealed class Doors(IConfiguration settings, IOptions<ManagementOptions> management)
    : IConfigureOptions<KestrelServerOptions>
{
    private const string UrlsKey = "Urls";
    private const string DefaultUrl = "http://*:8080";

    /// <summary>Above the largest thing anybody sends: a lead takes 64 KiB, an update of Telegram less than this.</summary>
    private const long LargestBody = 256 * 1024;

    private ListenOptions? publicDoor;
    private ListenOptions? managementDoor;

    /// <summary>Known once the bot has started, whatever port it got.</summary>
    public string PublicUrl => Door.Url(publicDoor!);

    public string ManagementUrl => Door.Url(managementDoor!);

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
        foreach (var url in PublicUrls())
        {
            Door.Open(options, url, door => publicDoor ??= door);
        }

        Door.Open(
            options,
            management.Value.Url,
            door =>
            {
                managementDoor = door;
                door.Use(next =>
                    connection =>
                    {
                        connection.Features.Set(ManagementVisit.Mark);
                        return next(connection);
                    }
                );
            }
        );
    }

    private string[] PublicUrls()
    {
        var urls = (settings[UrlsKey] ?? DefaultUrl).Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return urls.Length > 0 && urls.All(Door.Reads)
            ? urls
            : throw new SettingException(
                $"{UrlsKey} must look like {DefaultUrl}, was \"{settings[UrlsKey]}\" (https is a proxy's work)."
            );
    }
}
