using HandoffBot.Http;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Where the bot is reached from outside, as far as the settings tell.</summary>
internal sealed class PublicAddress(IOptions<PublicOptions> options, ListenAddresses listening)
{
    /// <summary>Null while nobody has said.</summary>
    public string? Base { get; } = options.Value.Url is { Length: > 0 } url ? url.TrimEnd('/') : null;

    /// <summary>The address of a path; where nobody has said, as it is reached from this machine.</summary>
    public string Of(string path) => (Base ?? listening.PublicUrl) + path;
}
