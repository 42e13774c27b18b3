using HandoffBot.Http;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Where the bot is reached from outside, as far as the settings tell.</summary>
internal sealed class PublicAddress(IOptions<PublicOptions> options)
{
    /// <summary>Null while nobody has said.</summary>
    public string? Base { get; } = options.Value.Url is { Length: > 0 } url ? url.TrimEnd('/') : null;

    /// <summary>The address of a path, with a stand-in for what is not known.</summary>
    public string Of(string path) => (Base ?? "https://\u2026") + path;
}
