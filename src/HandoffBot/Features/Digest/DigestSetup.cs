using HandoffBot.Checkup;
using SkiaSharp;

namespace HandoffBot.Features.Digest;

internal static class DigestSetup
{
    public static void AddDigest(this IServiceCollection services) =>
        services
            .AddScoped<LeadFactsQuery>()
            .AddSingleton<ICheck>(_ => new FontCheck(() => SKFontManager.Default.FontFamilies));
}
