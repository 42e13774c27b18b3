using System.Net;
using System.Net.Sockets;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Which addresses Telegram would deliver to.</summary>
internal static class WebhookRules
{
    private const int LongestSecret = 256;

    private static readonly int[] Ports = [80, 88, 443, 8443];

    public static Webhook Read(Parameters parameters, bool allowsPlain)
    {
        var secret = parameters.Text("secret_token");
        CheckSecret(secret);
        var url = parameters.Text("url");
        if (!allowsPlain)
        {
            CheckAddress(url, parameters.Text("ip_address"));
        }

        var most = parameters.Int("max_connections");
        return new Webhook(url)
        {
            SecretToken = secret.Length > 0 ? secret : null,
            IpAddress = parameters.Text("ip_address") is { Length: > 0 } ip ? ip : null,
            MaxConnections = most == 0 ? 40 : Math.Clamp(most, 1, 100),
        };
    }

    private static void CheckSecret(string secret)
    {
        if (secret.Length > LongestSecret)
        {
            throw Refusal.BadRequest("secret token is too long");
        }

        if (secret.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')))
        {
            throw Refusal.BadRequest("secret token contains unallowed characters");
        }
    }

    private static void CheckAddress(string url, string ipAddress)
    {
        if (!Uri.TryCreate(url.Contains("://") ? url : $"https://{url}", UriKind.Absolute, out var uri))
        {
            throw Bad("invalid webhook URL specified");
        }

        if (uri.Scheme != Uri.UriSchemeHttps)
        {
            throw Bad("An HTTPS URL must be provided for webhook");
        }

        if (!Ports.Contains(uri.Port))
        {
            throw Bad("Webhook can be set up only on ports 80, 88, 443 or 8443");
        }

        var host = ipAddress.Length > 0 ? ipAddress : uri.Host;
        if (IPAddress.TryParse(host, out var ip) && IsReserved(ip))
        {
            throw Bad($"IP address {host} is reserved");
        }
    }

    private static bool IsReserved(IPAddress ip)
    {
        if (ip.AddressFamily != AddressFamily.InterNetwork)
        {
            return true;
        }

        var parts = ip.GetAddressBytes();
        return parts[0] switch
        {
            0 or 10 or 127 or >= 224 => true,
            100 => parts[1] is >= 64 and <= 127,
            169 => parts[1] == 254,
            172 => parts[1] is >= 16 and <= 31,
            192 => parts[1] == 168,
            _ => false,
        };
    }

    private static Refusal Bad(string words) => Refusal.BadRequest($"bad webhook: {words}");
}
