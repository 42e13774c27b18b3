namespace HandoffBot.Features.Intake.Sources;

/// <summary>Addresses of sites as people type them, read into what browsers send and follow.</summary>
internal static class SiteAddress
{
    /// <summary>In UTF-16 units; what a source keeps of each kind.</summary>
    public const int Longest = 1024;

    /// <summary><c>windows.example, https://shop.example/page</c> as <c>https://windows.example https://shop.example</c>; null if one is no site.</summary>
    public static string? Sites(string typed)
    {
        var sites = typed
            .Split([' ', ',', ';', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Read)
            .ToList();
        var read = string.Join(' ', sites.OfType<Uri>().Select(Origin).Distinct());
        return sites.Count == 0 || sites.Contains(null) || read.Length > Longest ? null : read;
    }

    /// <summary>One address in full, as it goes into a header; null if it is none.</summary>
    public static string? Page(string typed) =>
        Read(typed.Trim()) is { } page && Ascii(page) is { Length: <= Longest } address ? address : null;

    private static Uri? Read(string typed)
    {
        var full = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        return
            !typed.Any(char.IsWhiteSpace)
            && Uri.TryCreate(full, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.UserInfo.Length == 0
            && (address.HostNameType is not UriHostNameType.Dns || address.Host.Contains('.') || address.IsLoopback)
            ? address
            : null;
    }

    private static string Origin(Uri site) =>
        site.IsDefaultPort
            ? $"{site.Scheme}://{site.IdnHost}"
            : string.Create(CultureInfo.InvariantCulture, $"{site.Scheme}://{site.IdnHost}:{site.Port}");

    private static string Ascii(Uri page) => Origin(page) + page.PathAndQuery + page.Fragment;
}
