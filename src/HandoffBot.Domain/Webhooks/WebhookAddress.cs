using System.Net;

namespace HandoffBot.Domain.Webhooks;

/// <summary>The address of a webhook as people type it.</summary>
internal static class WebhookAddress
{
    /// <summary>In UTF-16 units.</summary>
    public const int Longest = 1024;

    /// <summary><c>crm.example/hook</c> as <c>https://crm.example/hook</c>, or what is wrong with it. A name is judged by where it leads only when it is called.</summary>
    public static (string? Address, WebhookAddressProblem? Problem) Read(string typed, WebhookRules rules)
    {
        var full = typed.Trim();
        full = full.Contains("://", StringComparison.Ordinal) ? full : $"https://{full}";
        if (
            full.Any(char.IsWhiteSpace)
            || full.Any(char.IsControl)
            || !Uri.TryCreate(full, UriKind.Absolute, out var uri)
        )
        {
            return (null, WebhookAddressProblem.Unread);
        }

        var address = uri.GetLeftPart(UriPartial.Query);
        WebhookAddressProblem? problem = uri switch
        {
            _ when uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp => WebhookAddressProblem.Unread,
            { UserInfo.Length: > 0 } => WebhookAddressProblem.Credentials,
            _ when address.Length > Longest => WebhookAddressProblem.TooLong,
            _ when uri.Scheme == Uri.UriSchemeHttp && !rules.AllowHttp => WebhookAddressProblem.NotSecure,
            _ => ProblemOf(uri.IdnHost.TrimEnd('.'), rules),
        };
        return problem is null ? (address, null) : (null, problem);
    }

    private static WebhookAddressProblem? ProblemOf(string host, WebhookRules rules)
    {
        if (host.Length == 0)
        {
            return WebhookAddressProblem.Unread;
        }

        var isAddress = IPAddress.TryParse(host.Trim('[', ']'), out var ip);
        var isHere = !isAddress && (!host.Contains('.') || IsOfThisMachine(host));
        return (isAddress && !NetworkReach.Allows(ip!, rules)) || (isHere && !rules.AllowPrivateNetwork)
            ? WebhookAddressProblem.PrivateNetwork
            : null;
    }

    private static bool IsOfThisMachine(string host) =>
        host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the settings allow a webhook to be.</summary>
internal sealed record WebhookRules(bool AllowPrivateNetwork, bool AllowHttp);

/// <summary>Why an address is not taken.</summary>
internal enum WebhookAddressProblem
{
    Unread,
    TooLong,

    /// <summary>A name and a password stand in it.</summary>
    Credentials,

    NotSecure,
    PrivateNetwork,
}
