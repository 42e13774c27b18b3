using HandoffBot.Resources;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Checkup;

/// <summary>What the doctor found, with how to mend it, for whoever runs the bot.</summary>
internal sealed class DoctorHealth(DoctorRound round) : IHealthCheck
{
    public const string Name = "doctor";

    private static readonly Wording Words = WordingOf.Stranger("en");

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Result(round.Look()));

    private static HealthCheckResult Result(IReadOnlyList<Finding>? found)
    {
        if (found is null)
        {
            return HealthCheckResult.Healthy("The doctor is looking; ask again in a minute.");
        }

        var wrong = found.Where(f => !f.IsWell).Select(f => f.In(Words)).ToList();
        return wrong.Count == 0
            ? HealthCheckResult.Healthy($"{found.Count} things were looked at, all are well.")
            : HealthCheckResult.Degraded(wrong[0], data: Numbered(wrong));
    }

    private static Dictionary<string, object> Numbered(IReadOnlyList<string> lines) =>
        lines.Index().ToDictionary(l => (l.Index + 1).ToString(CultureInfo.InvariantCulture), l => (object)l.Item);
}
