namespace HandoffBot.Sandbox.BotApi;

/// <summary>Which addresses Telegram takes for links: web addresses with a dotted host, and tg:// ones.</summary>
internal static class Links
{
    /// <summary>What is wrong with the address, in Telegram's words; null when it will do.</summary>
    public static string? Wrong(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var scheme = address.IndexOf("://", StringComparison.Ordinal) is var at and >= 0
            ? address[..at].ToLowerInvariant()
            : "";
        if (scheme is "tg" or "ton" or "tonsite")
        {
            return null;
        }

        if (scheme is not ("" or "http" or "https") || (scheme.Length == 0 && colon > 0 && !IsPort(address, colon)))
        {
            return "Unsupported URL protocol";
        }

        return Uri.TryCreate(Whole(address), UriKind.Absolute, out var uri) && uri.Host.Trim('.').Contains('.')
            ? null
            : "Wrong HTTP URL";
    }

    /// <summary>With a scheme and at least a slash after the host.</summary>
    public static string Whole(string address)
    {
        var whole = address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
        return whole.IndexOfAny(['/', '?', '#'], whole.IndexOf("://", StringComparison.Ordinal) + 3) < 0
            ? whole + "/"
            : whole;
    }

    private static bool IsPort(string address, int colon) =>
        colon + 1 < address.Length && char.IsAsciiDigit(address[colon + 1]);
}
