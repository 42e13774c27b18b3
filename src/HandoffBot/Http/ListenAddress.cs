using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HandoffBot.Http;

/// <summary>An address the bot listens on.</summary>
internal static class ListenAddress
{
    private const string Localhost = "localhost";

    /// <summary>Whether it is a plain http address without a path.</summary>
    public static bool Reads(string url) => Parse(url) is { Scheme: "http", IsUnixPipe: false, PathBase: "" };

    public static void Open(KestrelServerOptions kestrel, string url, Action<ListenOptions> opened)
    {
        var address = Parse(url)!;
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
        {
            kestrel.Listen(ip, address.Port, opened);
        }
        else if (address.Host.Equals(Localhost, StringComparison.OrdinalIgnoreCase))
        {
            kestrel.Listen(IPAddress.Loopback, address.Port, opened);
        }
        else
        {
            kestrel.ListenAnyIP(address.Port, opened);
        }
    }

    /// <summary>How this machine reaches it.</summary>
    public static string Url(ListenOptions opened)
    {
        var at = opened.IPEndPoint!;
        var any = at.Address.Equals(IPAddress.Any) || at.Address.Equals(IPAddress.IPv6Any);
        return $"http://{new IPEndPoint(any ? IPAddress.Loopback : at.Address, at.Port)}";
    }

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
