using HandoffBot.Domain.Team;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>A look-alike and a bot that is started, killed and started again, for some teams that share their reps.</summary>
internal sealed class KillStage : IAsyncDisposable
{
    /// <summary>Each chat has one send in flight at most.</summary>
    private const int Chats = 6;

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(100);

    private static readonly string[] RepNames = ["Ivan", "Anna", "Oleg"];

    private static readonly string Inside = Path.Combine(AppContext.BaseDirectory, "HandoffBot.Load.dll");

    private readonly LookAlike telegram;

    private KillStage(LookAlike telegram, Bot bot, Database database) =>
        (this.telegram, Bot, Database) = (telegram, bot, database);

    public Bot Bot { get; }

    public Database Database { get; }

    public Control Telegram => telegram.Control;

    public required IReadOnlyList<Town.Team> Teams { get; init; }

    /// <summary>By their ids; all of them are in every chat.</summary>
    public required IReadOnlyDictionary<long, string> Reps { get; init; }

    /// <summary>Everything settled, no bot running.</summary>
    public static async Task<KillStage> SettleAsync(
        Programs programs,
        Database database,
        int chats = Chats,
        bool marketing = false,
        Language language = Language.English
    )
    {
        var telegram = await LookAlike.StartAsync(programs.Sandbox);
        var control = telegram.Control;
        await control.LimitAsync(on: false);
        var reps = await control.AddPeopleAsync(RepNames);
        var teams = new List<Town.Team>();
        for (var number = 1; number <= chats; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Team {number}");
            var sales = await control.AddGroupAsync(name, reps);
            long? news = marketing ? await control.AddGroupAsync($"{name}, marketing", reps) : null;
            teams.Add(new Town.Team(name, sales, reps[0], $"hb_kill-key-of-{number}") { Marketing = news });
        }

        var token = (await control.WorldAsync()).Token;
        var settings = new Dictionary<string, string>
        {
            ["Intake__Burst"] = "0",
            ["Team__Language"] = language.ToString(),
        };
        var bot = Bot.Of(programs.Bot, database, telegram, token, limits: false, settings);
        var stage = new KillStage(telegram, bot, database) { Teams = teams, Reps = reps.Zip(RepNames).ToDictionary() };
        try
        {
            await bot.VerbAsync("migrate");
            await Company.FoundAsync(bot.Settings, teams);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same bot, in a process that kills itself.</summary>
    /// <param name="ahead">Of its clock.</param>
    public Child Doom(DeathPoint at, int pass, TimeSpan? ahead = null) =>
        Bot.Launch(Inside, LifeCommand.Arguments(at, pass, ahead));

    /// <summary>Waits until nothing is left to be said.</summary>
    public Task SaidAllAsync(TimeSpan patience) =>
        Until.TrueAsync(
            async () =>
            {
                await Task.Delay(AskAgain);
                return await Database.CountAsync("from outbox where state in ('Pending', 'Sending')") == 0;
            },
            patience,
            Bot.Running
        );

    /// <summary>Waits until all that happened is confirmed to Telegram.</summary>
    public Task ConfirmedAllAsync(TimeSpan patience) =>
        Until.TrueAsync(async () => (await Telegram.WorldAsync()).Unconfirmed == 0, patience, Bot.Running);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await telegram.DisposeAsync();
    }
}
