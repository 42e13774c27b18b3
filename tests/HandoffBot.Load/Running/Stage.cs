using HandoffBot.Load.Inside;

namespace HandoffBot.Load.Running;

/// <summary>A look-alike, a bot that runs, a team with its sales chat, and reps who have pressed Start.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int Forms = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LookAlike telegram;
    private readonly Database database;
    private IReadOnlyList<string> forms = [];

    private Stage(LookAlike telegram, Bot bot, Database database) =>
        (this.telegram, Bot, this.database) = (telegram, bot, database);

    public Bot Bot { get; }

    public Control Telegram => telegram.Control;

    public required World World { get; init; }

    public required long Chat { get; init; }

    public required IReadOnlyDictionary<long, string> Reps { get; init; }

    /// <param name="more">Settings of the bot besides, by the names of environment variables.</param>
    public static async Task<Stage> StartAsync(
        Programs programs,
        Database database,
        bool limits,
        int reps,
        IReadOnlyDictionary<string, string>? more = null
    )
    {
        var telegram = await LookAlike.StartAsync(programs.Sandbox);
        await telegram.Control.LimitAsync(limits);
        var world = await telegram.Control.WorldAsync();
        var names = Enumerable.Range(1, reps).Select(n => $"Rep{n:00}").ToArray();
        var people = await telegram.Control.AddPeopleAsync(names);
        var chat = await telegram.Control.AddGroupAsync("Windows", people);
        var bot = Bot.Of(programs.Bot, database, telegram, world.Token, limits, more);
        var stage = new Stage(telegram, bot, database)
        {
            World = world,
            Chat = chat,
            Reps = people.Zip(names).ToDictionary(),
        };
        try
        {
            await stage.SettleAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Now, on the look-alike's clock.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + World.Ahead;

    /// <summary>The first message of the bot after this one that tells of the lead.</summary>
    public Task<Message> CardOfAsync(string lead, int after) => CardAsync(m => Cards.IsOf(m, lead), after);

    /// <summary>The first card after this message.</summary>
    public Task<Message> NextCardAsync(int after) => CardAsync(Cards.IsCard, after);

    /// <summary>The keys of the forms of the team's sites; a form takes 60 leads a minute, what is above is held for the manager.</summary>
    public async Task<IReadOnlyList<string>> FormsAsync()
    {
        if (forms.Count == 0)
        {
            for (var form = 1; form <= Forms; form++)
            {
                await Bot.VerbAsync(
                    "source",
                    "add",
                    "Windows",
                    string.Create(CultureInfo.InvariantCulture, $"Form {form}")
                );
            }

            forms = await database.ReadAsync("select form_key from sources where name like 'Form %'");
        }

        return forms;
    }

    /// <summary>The bot ends as it is asked to, and comes back with these settings changed.</summary>
    public async Task RestartAsync(IReadOnlyDictionary<string, string> changed)
    {
        await Bot.StopAsync();
        Bot.Change(changed);
        await Bot.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await telegram.DisposeAsync();
    }

    private async Task<Message> CardAsync(Func<Message, bool> isIt, int after)
    {
        while (true)
        {
            var messages = await Telegram.MessagesAsync(Chat, after, Patience);
            if (messages.Length == 0)
            {
                throw new TimeoutException("The card did not come.");
            }

            if (messages.FirstOrDefault(isIt) is { } card)
            {
                return card;
            }

            after = messages[^1].Id;
        }
    }

    private async Task SettleAsync()
    {
        await Bot.VerbAsync("migrate");
        await Company.FoundAsync(Bot.Settings, [new Town.Team("Windows", Chat, Reps.Keys.First(), Bot.SourceKey)]);
        await Bot.RunAsync();
        foreach (var rep in Reps.Keys)
        {
            await Telegram.StartAsync(rep);
        }

        foreach (var rep in Reps.Keys)
        {
            // The first message is the person's own.
            var greeting = await Telegram.MessagesAsync(rep, after: 1, Patience);
            _ = greeting.Length > 0 ? true : throw new TimeoutException("Start was not answered.");
        }
    }
}
