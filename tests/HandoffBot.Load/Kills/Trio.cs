using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Three processes on one database behind one address, with limits at both ends; many teams, each with a chat and a rep.</summary>
internal sealed class Trio : IAsyncDisposable
{
    private const int Processes = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(20);

    private readonly LookAlike telegram;
    private int next;

    private Trio(LookAlike telegram, IReadOnlyList<Bot> bots) => (this.telegram, Bots) = (telegram, bots);

    public IReadOnlyList<Bot> Bots { get; }

    public Control Telegram => telegram.Control;

    public required IReadOnlyList<Town.Team> Teams { get; init; }

    public static async Task<Trio> StartAsync(Programs programs, Database database, int teams)
    {
        var telegram = await LookAlike.StartAsync(programs.Sandbox);
        var control = telegram.Control;
        var token = (await control.WorldAsync()).Token;
        var settled = new List<Town.Team>();
        for (var number = 1; number <= teams; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Team {number}");
            var rep = (await control.AddPeopleAsync([$"Rep{number:000}"])).Single();
            settled.Add(new Town.Team(name, await control.AddGroupAsync(name, [rep]), rep, $"hb_trio-key-of-{number}"));
        }

        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        var bots = Enumerable
            .Range(0, Processes)
            .Select(_ => Bot.Of(programs.Bot, database, telegram, token, limits: true, unlimited))
            .ToList();
        var trio = new Trio(telegram, bots) { Teams = settled };
        try
        {
            await bots[0].VerbAsync("migrate");
            await Company.FoundAsync(bots[0].Settings, settled);
            await Task.WhenAll(bots.Select(b => b.RunAsync()));
            return trio;
        }
        catch
        {
            await trio.DisposeAsync();
            throw;
        }
    }

    /// <summary>The address in front of the three: each is asked in turn, and one that does not answer is passed over.</summary>
    /// <returns>The lead's number.</returns>
    public async Task<string> PostAsync(LeadPost lead, Town.Team team)
    {
        while (true)
        {
            var turn = (uint)Interlocked.Increment(ref next);
            var answer = await Bots[(int)(turn % Processes)].PostAsync(lead, team.Key);
            if (answer.Lead is { } number)
            {
                return number;
            }

            await Task.Delay(AskAgain);
        }
    }

    /// <summary>The one that speaks, once exactly one does.</summary>
    public async Task<Bot> LeaderAsync()
    {
        using var enough = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(AskAgain);
        while (true)
        {
            var speak = await Task.WhenAll(Bots.Select(b => b.SpeaksAsync()));
            if (speak.Count(s => s) == 1)
            {
                return Bots[Array.IndexOf(speak, true)];
            }

            await often.WaitForNextTickAsync(enough.Token);
        }
    }

    /// <summary>Each of them speaks, or says that it is ready to.</summary>
    public Task ReadyAsync() =>
        Task.WhenAll(Bots.Select(b => Until.TrueAsync(b.KnowsItsPartAsync, Patience, b.Running)));

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in Bots)
        {
            await bot.DisposeAsync();
        }

        await telegram.DisposeAsync();
    }
}
