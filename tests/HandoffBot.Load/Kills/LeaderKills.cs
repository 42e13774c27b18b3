using System.Diagnostics;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Three processes on PostgreSQL under load, whose leader is killed or paused, again and again.</summary>
internal sealed class LeaderKills(Trio trio, Database database)
{
    private static readonly TimeSpan MostAfterKill = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostAfterPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TrioLoad load = new(trio);
    private readonly CallWatch calls = new(trio.Telegram);
    private readonly List<TimeSpan> afterKills = [];
    private readonly List<TimeSpan> afterPauses = [];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Programs programs,
        Database database,
        int teams,
        int kills,
        int pauses
    )
    {
        await using var trio = await Trio.StartAsync(programs, database, teams);
        var leaders = new LeaderKills(trio, database);
        await leaders.RunAsync(kills, pauses);
        return await leaders.RowsAsync();
    }

    private async Task RunAsync(int kills, int pauses)
    {
        using var enough = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var posting = load.PostAsync(enough.Token);
        var pressing = load.PressAsync(over.Token);
        // As a fleet that has been up for a minute: what a follower does once is behind it. The ones started after a kill get no such time.
        await trio.ReadyAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            await KillAsync();
        }

        for (var pause = 0; pause < pauses; pause++)
        {
            await PauseAsync();
        }

        await enough.CancelAsync();
        await posting;
        await SettledAsync();
        await over.CancelAsync();
        await pressing;
    }

    private async Task KillAsync()
    {
        var leader = await SpeakingAsync();
        var at = DateTimeOffset.UtcNow;
        await leader.StopAsync();
        var took = await calls.NextSendAsync(at, DateTimeOffset.UtcNow);
        Console.Error.WriteLine(
            $"A leader was killed at {at:HH:mm:ss.fff}; the next said something {took.TotalSeconds:0.000} s later."
        );
        afterKills.Add(took);
        await leader.RunAsync();
    }

    private async Task PauseAsync()
    {
        var leader = await SpeakingAsync();
        var at = DateTimeOffset.UtcNow;
        await leader.Running.SignalAsync("STOP");
        var took = await calls.NextSendAsync(at, DateTimeOffset.UtcNow);
        Console.Error.WriteLine(
            $"A leader was paused at {at:HH:mm:ss.fff}; the next said something {took.TotalSeconds:0.000} s later."
        );
        afterPauses.Add(took);
        while (DateTimeOffset.UtcNow < at + Pause)
        {
            await calls.LookAsync();
            await Task.Delay(AskAgain);
        }

        await leader.Running.SignalAsync("CONT");
    }

    /// <summary>The leader, once it has said something under load.</summary>
    private async Task<Bot> SpeakingAsync()
    {
        var leader = await trio.LeaderAsync();
        var now = DateTimeOffset.UtcNow;
        await calls.NextSendAsync(now, now);
        return leader;
    }

    /// <summary>Everything is said, pressed, and shown on the cards.</summary>
    private async Task SettledAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var often = new PeriodicTimer(AskAgain);
        while (await UnsettledAsync() is { Count: > 0 } left)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"After all kills and pauses this is left: {string.Join("; ", left)}");
            }

            await calls.LookAsync();
            await often.WaitForNextTickAsync();
        }
    }

    private async Task<IReadOnlyList<string>> UnsettledAsync() =>
        [
            .. await database.ReadAsync(
                """
                select concat_ws(' ', count(*), delivery, state, 'leased', min(leased_at), max(leased_at), 'due', min(due_at), max(due_at), 'attempts', max(attempts), max(why))
                from outbox where state in ('Pending', 'Sending') group by delivery, state
                """
            ),
            .. await database.ReadAsync(
                "select concat('lead ', id, ' ', status, ' without owner') from leads where owner is null limit 20"
            ),
        ];

    private async Task<IReadOnlyList<Row>> RowsAsync()
    {
        var told = await Told.ReadAsync(trio, database, load);
        await calls.LookAsync();
        var most = afterKills.Max();
        var mostPaused = afterPauses.Max();
        return
        [
            new Row(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Three processes on PostgreSQL, {afterKills.Count} leader kills and {afterPauses.Count} pauses: lost / a lead's events told out of order / limits broken"
                ),
                "0 / 0 / 0",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{told.Lost} of {load.Acknowledged.Count:#,0} / {told.OutOfOrder} / {calls.Broken}; {told.SecondCards} second cards"
                ),
                told is { Lost: 0, OutOfOrder: 0 } && calls.Broken == 0
            )
            {
                IsSound = told is { Lost: 0, OutOfOrder: 0 },
            },
            new Row(
                "— next send after a kill / after a pause, the longest",
                "≤ 2 s / ≤ 5 s",
                $"{Row.Seconds(most)} / {Row.Seconds(mostPaused)} s",
                most <= MostAfterKill && mostPaused <= MostAfterPause
            ),
        ];
    }
}
