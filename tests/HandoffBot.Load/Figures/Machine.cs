using System.Runtime.InteropServices;

namespace HandoffBot.Load.Figures;

/// <summary>Where it was measured, without names.</summary>
internal sealed record Machine(int Cores, double MemoryGiB, string Runtime, DateOnly On)
{
    private const double GiB = 1024.0 * 1024 * 1024;

    public static Machine This() =>
        new(
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / GiB,
            RuntimeInformation.FrameworkDescription,
            DateOnly.FromDateTime(DateTime.UtcNow)
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Cores} cores, {MemoryGiB:0.#} GiB of memory, {RuntimeInformation.OSArchitecture} Linux, {Runtime}, {On:yyyy-MM-dd}"
        );
}
