using System.Net;
using System.Net.Sockets;

namespace HandoffBot.Domain.Webhooks;

/// <summary>Which addresses may be called: those that IANA's registries of special purposes leave to the open net.</summary>
internal static class NetworkReach
{
    /// <summary>A company's own: called only where a setting allows it.</summary>
    private static readonly IPNetwork[] Private = Parse(
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7"
    );

    /// <summary>Nobody's CRM: this network, link-local with the clouds' metadata, examples, tests, multicast, reserved.</summary>
    private static readonly IPNetwork[] Never = Parse(
        "0.0.0.0/8",
        "100.100.100.200/32",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
        "fd00:ec2::/32"
    );

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether this address may be called under these rules; one that hides an IPv4 address is judged by that.</summary>
    public static bool Allows(IPAddress address, WebhookRules rules)
    {
        var real = Real(address);
        if (Never.Any(n => n.Contains(real)))
        {
            return false;
        }

        return Private.Any(n => n.Contains(real))
            ? rules.AllowPrivateNetwork
            : real.AddressFamily is AddressFamily.InterNetwork || Global.Contains(real);
    }

    private static IPAddress Real(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var plain = new IPAddress(address.GetAddressBytes());
        var bytes = plain.GetAddressBytes();
        return plain switch
        {
            _ when SixToFour.Contains(plain) => new IPAddress(bytes.AsSpan(2, 4)),
            _ when Translated.Contains(plain) => new IPAddress(bytes.AsSpan(12, 4)),
            _ => plain,
        };
    }

    private static IPNetwork[] Parse(params string[] ranges) => [.. ranges.Select(r => IPNetwork.Parse(r))];
}
