using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake;

/// <summary>How much one source may send. 0 is no limit.</summary>
internal sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>How many leads a source may send at once after a rest.</summary>
    [Between("Intake:Burst", 0, 100_000)]
    public int Burst { get; init; } = 200;

    /// <summary>How many it may send in a second after that.</summary>
    [Between("Intake:PerSecond", 0, 10_000)]
    public int PerSecond { get; init; } = 50;
}

[OptionsValidator]
internal sealed partial class IntakeOptionsValidator : IValidateOptions<IntakeOptions>;
