using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HandoffBot.Http;

/// <summary>How long and how large a visit may be, and how many there are at once.</summary>
internal static class ServerLimits
{
    /// <summary>Above the largest thing anybody sends: a lead takes 64 KiB, an update of Telegram less than this.</summary>
    private const long LargestBody = 256 * 1024;

    /// <summary>In bytes a second: far below any phone, far above who only wants to hold a connection.</summary>
    private const double SlowestBody = 240;

    /// <summary>Of each side for itself, so that a crowd outside does not shut out whoever looks at the health.</summary>
    private const long MostConnections = 6_000;

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = LargestBody;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(SlowestBody, TimeSpan.FromSeconds(5));
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
    }
}
