using Microsoft.Extensions.Options;

namespace HandoffBot.Http;

/// <summary>Where whoever runs the bot sees how it does. It is not protected: keep it off the internet.</summary>
internal sealed class ManagementOptions
{
    public const string Section = "Management";

    /// <summary>Host and port of their own, http only. Port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:8083";

    internal sealed class Validator : IValidateOptions<ManagementOptions>
    {
        public ValidateOptionsResult Validate(string? name, ManagementOptions options) =>
            ListenAddress.Reads(options.Url)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"Management:Url must look like http://127.0.0.1:8083, was \"{options.Url}\"."
                );
    }
}
