using HandoffBot.Load.Inside;

namespace HandoffBot.Load.Running;

/// <summary>A look-alike with its limits, a bot that runs, and many teams, each with a chat, a key and a rep who never pressed Start.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly LookAlike telegram;

    private Town(LookAlike telegram, Bot bot) => (this.telegram, Bot) = (telegram, bot);

    public Bot Bot { get; }

    public Control Telegram => telegram.Control;

    public required World World { get; init; }

    public required IReadOnlyList<Team> Teams { get; init; }

    /// <summary>Now, on the look-alike's clock.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + World.Ahead;

    public static async Task<Town> StartAsync(Programs programs, Database database, int teams)
    {
        var telegram = await LookAlike.StartAsync(programs.Sandbox);
        var control = telegram.Control;
        var world = await control.WorldAsync();
        var settled = new List<Team>();
        for (var number = 1; number <= teams; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Team {number:000}");
            var rep = (await control.AddPeopleAsync([$"Rep of {name}"])).Single();
            settled.Add(new Team(name, await control.AddGroupAsync(name, [rep]), rep, $"hb_load-key-of-{name}"));
        }

        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        var bot = Bot.Of(programs.Bot, database, telegram, world.Token, limits: true, unlimited);
        var town = new Town(telegram, bot) { World = world, Teams = settled };
        try
        {
            await bot.VerbAsync("migrate");
            await Company.FoundAsync(bot.Settings, settled);
            await bot.RunAsync();
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    /// <summary>The cards that stand in the team's chat, by lead, each with when it came first.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> CardsAsync(Team team) =>
        (await Telegram.MessagesAsync(team.Chat, 0, TimeSpan.Zero))
            .Where(Cards.IsCard)
            .GroupBy(m => Cards.LeadOf(m.Text!)!)
            .ToDictionary(g => g.Key, g => g.Min(m => m.At));

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await telegram.DisposeAsync();
    }

    /// <param name="Key">Of its source.</param>
    internal sealed record Team(string Name, long Chat, long Rep, string Key)
    {
        public long? Marketing { get; init; }
    }
}
