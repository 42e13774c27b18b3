namespace HandoffBot.Load.Figures;

/// <summary>A line of the table.</summary>
/// <param name="Reached">Null: there is no limit, or it was not measured.</param>
internal sealed record Row(string What, string AtLeast, string Measured, bool? Reached)
{
    /// <summary>What must hold on any machine, however slow or busy: nothing lost, nothing twice.</summary>
    public bool IsSound { get; init; } = true;

    public static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
