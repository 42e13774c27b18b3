using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>When one queue message takes the place of cards.</summary>
internal sealed class RushOptions
{
    public const string Section = "Rush";

    /// <summary>When the cards of a chat would wait longer than this, 10 seconds to an hour; 0: never.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between two drawings of the queue message, 1 second to 1 minute: edits count among the chat's messages.</summary>
    public TimeSpan DrawEvery { get; init; } = TimeSpan.FromSeconds(6);

    internal sealed class Validator : IValidateOptions<RushOptions>
    {
        public ValidateOptionsResult Validate(string? name, RushOptions options)
        {
            var after = options.After;
            string?[] wrong =
            [
                after == TimeSpan.Zero || (after >= TimeSpan.FromSeconds(10) && after <= TimeSpan.FromHours(1))
                    ? null
                    : $"Rush:After must be 00:00:10 to 01:00:00, or 0 for never, was {after}.",
                options.DrawEvery >= TimeSpan.FromSeconds(1) && options.DrawEvery <= TimeSpan.FromMinutes(1)
                    ? null
                    : $"Rush:DrawEvery must be 00:00:01 to 00:01:00, was {options.DrawEvery}.",
            ];
            var said = wrong.OfType<string>().ToList();
            return said.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(said);
        }
    }
}
