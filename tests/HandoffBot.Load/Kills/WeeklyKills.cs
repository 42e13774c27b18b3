using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Killed on one Monday after the other, while the weekly summary is made, sent or marked as sent.</summary>
internal sealed class WeeklyKills(KillStage stage)
{
    private const int DaysOfWeek = 7;

    private static readonly DeathPoint[] Points =
    [
        DeathPoint.AfterSummarySent,
        DeathPoint.BeforeSummarySent,
        DeathPoint.BeforeSummaryMarked,
        DeathPoint.BeforeSummaryMade,
        DeathPoint.AfterSummaryMade,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    private readonly long marketing = stage.Teams[0].Marketing!.Value;
    private int missing;
    private int doubles;
    private int afterTaken;
    private int last;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int kills)
    {
        await using var stage = await KillStage.SettleAsync(programs, database, chats: 1, marketing: true);
        var weekly = new WeeklyKills(stage);
        await weekly.BeginAsync();
        for (var kill = 1; kill <= kills; kill++)
        {
            await weekly.KillAsync(Points[(kill - 1) % Points.Length], kill);
        }

        return [await weekly.RowAsync(kills)];
    }

    /// <summary>A week without a lead has no summary.</summary>
    private async Task BeginAsync()
    {
        await stage.Bot.RunAsync();
        await EndWeekAsync(0);
        // What came before the first Monday, such as who joined, is no summary.
        await NewsAsync();
    }

    private async Task KillAsync(DeathPoint at, int week)
    {
        await Death.AwaitAsync(stage.Doom(at, pass: 1, UntilMonday(week)), Patience);

        var alive = stage.Doom(DeathPoint.None, pass: 1, UntilMonday(week));
        await stage.Bot.ReadyAsync();
        await Until.TrueAsync(async () => await MadeAsync() >= week, Patience, alive);
        await stage.SaidAllAsync(Patience);
        var came = await NewsAsync();
        missing += came == 0 ? 1 : 0;
        doubles += Math.Max(0, came - 1);
        afterTaken += at is DeathPoint.AfterSummarySent or DeathPoint.BeforeSummaryMarked ? 1 : 0;
        await EndWeekAsync(week);
    }

    private async Task EndWeekAsync(int week)
    {
        var answer = await stage.Bot.PostAsync(LeadPost.Of(week), stage.Teams[0].Key);
        _ = answer.Lead ?? throw new InvalidOperationException("The week's lead was not taken.");
        await stage.SaidAllAsync(Patience);
        await stage.Bot.StopAsync();
    }

    /// <summary>How many messages the marketing chat got since it was last asked for them.</summary>
    private async Task<int> NewsAsync()
    {
        var came = await stage.Telegram.MessagesAsync(marketing, last, TimeSpan.Zero);
        last = came.Length > 0 ? came[^1].Id : last;
        return came.Length;
    }

    private Task<int> MadeAsync() => stage.Database.CountAsync("from digests where kind = 'Weekly'");

    private static TimeSpan UntilMonday(int week)
    {
        var now = DateTime.UtcNow;
        var days = ((int)DayOfWeek.Monday - (int)now.DayOfWeek + DaysOfWeek) % DaysOfWeek;
        var next = now.Date.AddDays(days == 0 ? DaysOfWeek : days) + Noon;
        return next.AddDays(DaysOfWeek * (week - 1)) - now;
    }

    private async Task<Row> RowAsync(int kills)
    {
        var rows = await MadeAsync();
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Killed at the weekly summary's making, sending and marking, {kills} times, {stage.Database.Provider}: missing / rows / doubles"
            ),
            "0 / 1 each / ≤ kills after Telegram took it",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{missing} / {rows} for {kills} weeks / {doubles} of {afterTaken}"
            ),
            missing == 0 && rows == kills && doubles <= afterTaken
        );
    }
}
