using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>What goes wrong in a storm, and when; the quiet between is a third of it.</summary>
internal sealed class Weather(Town town, TimeSpan lasting)
{
    private const double Some = 0.05;

    private static readonly TimeSpan LongestCut = TimeSpan.FromSeconds(60);

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> troubled = [];

    /// <summary>After a trouble what has piled up is sent first.</summary>
    private TimeSpan Recovery => lasting / 30;

    public string Words =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"5 % of all calls answered 500 for {lasting.TotalMinutes * 0.35:0.#} min, 5 % answered 429 for {lasting.TotalMinutes * 0.1:0.#} min, "
                + $"2 cuts of {Cut.TotalSeconds:0} s, 3 kills"
        );

    private TimeSpan Cut => TimeSpan.FromTicks(Math.Min(LongestCut.Ticks, lasting.Ticks / 30));

    public async Task RunAsync()
    {
        var startedAt = town.Now;
        Task ComesAsync(double part) => UntilAsync(startedAt + (lasting * part));

        await ComesAsync(0.15);
        await TroubleAsync(() => DisturbedAsync("ServerError", null, ComesAsync(0.35)));
        await ComesAsync(0.40);
        await TroubleAsync(() => DisturbedAsync("TooManyRequests", 2, ComesAsync(0.50)));
        await ComesAsync(0.60);
        await TroubleAsync(() => CutAsync());
        await ComesAsync(0.65);
        await TroubleAsync(() => CutAsync());
        await ComesAsync(0.75);
        await TroubleAsync(() => DisturbedAsync("ServerError", null, KillsAsync(ComesAsync)));
    }

    /// <summary>Neither in trouble nor in what follows it.</summary>
    public bool WasWell(DateTimeOffset at) => troubled.All(t => at < t.From || at > t.To + Recovery);

    /// <summary>When Telegram, and the bot, were back for what came at that moment.</summary>
    public DateTimeOffset BackBy(DateTimeOffset at) =>
        troubled.Where(t => at >= t.From && at <= t.To).Select(t => t.To).Append(at).Max();

    private async Task TroubleAsync(Func<Task> trouble)
    {
        var from = town.Now;
        await trouble();
        troubled.Add((from, town.Now));
    }

    private async Task DisturbedAsync(string kind, int? retryAfter, Task until)
    {
        await town.Telegram.DisturbAsync(kind, Some, retryAfter: retryAfter);
        await until;
        await town.Telegram.StopDisturbingAsync();
    }

    private async Task CutAsync()
    {
        await town.Telegram.ConnectAsync(on: false);
        await Task.Delay(Cut);
        await town.Telegram.ConnectAsync(on: true);
    }

    private async Task KillsAsync(Func<double, Task> comesAsync)
    {
        foreach (var part in new[] { 0.78, 0.82, 0.86 })
        {
            await comesAsync(part);
            await town.Bot.StopAsync();
            await town.Bot.RunAsync();
        }

        await comesAsync(0.90);
    }

    private async Task UntilAsync(DateTimeOffset at)
    {
        if (at > town.Now)
        {
            await Task.Delay(at - town.Now);
        }
    }
}
