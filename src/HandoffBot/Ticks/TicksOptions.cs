using Microsoft.Extensions.Options;

namespace HandoffBot.Ticks;

/// <summary>How often due rows are looked for.</summary>
internal sealed class TicksOptions
{
    public const string Section = "Ticks";

    /// <summary>Between two looks, 50 ms to 1 minute; nothing is later than this.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(2);

    internal sealed class Validator : IValidateOptions<TicksOptions>
    {
        public ValidateOptionsResult Validate(string? name, TicksOptions options) =>
            options.Every >= TimeSpan.FromMilliseconds(50) && options.Every <= TimeSpan.FromMinutes(1)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Ticks:Every must be 00:00:00.05 to 00:01:00, was {options.Every}.");
    }
}
