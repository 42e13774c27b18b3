using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>How large a list may be that somebody hands over.</summary>
internal sealed class ListsOptions
{
    public const string Section = "Lists";

    /// <summary>Rows of one list, 1 to 1,000,000; a file of Telegram's 20 MB has about 200,000.</summary>
    public int MaxRows { get; init; } = 100_000;

    internal sealed class Validator : IValidateOptions<ListsOptions>
    {
        public ValidateOptionsResult Validate(string? name, ListsOptions options) =>
            options.MaxRows is >= 1 and <= 1_000_000
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Lists:MaxRows must be 1 to 1000000, was {options.MaxRows}.");
    }
}
