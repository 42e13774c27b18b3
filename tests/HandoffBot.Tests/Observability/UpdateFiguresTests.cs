using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Observability;

[Collection(nameof(Alone))]
public sealed class UpdateFiguresTests
{
    [Fact]
    public async Task Every_update_is_timed_from_its_taking_up_to_its_end_presses_included()
    {
        await using var s = await Scenario.StartAsync();
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        var before = await HandledAsync(s);

        await s.Ivan.Press(card, "Take");
        await s.Ivan.ExpectMessage("+79123451234");

        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await HandledAsync(s) <= before)
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<int> HandledAsync(Scenario s)
    {
        const string Counted = "handoff_updates_handling_seconds_count";
        using var http = new HttpClient();
        var scraped = await http.GetStringAsync(new Uri(s.ManagementUrl + "/metrics"));
        var line = scraped.Split('\n').FirstOrDefault(l => l.StartsWith(Counted, StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
