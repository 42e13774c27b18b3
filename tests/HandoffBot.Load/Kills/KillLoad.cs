using System.Collections.Concurrent;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Sites that post without end, whatever becomes of the bot, and reps who all press every card at once.</summary>
internal sealed class KillLoad(KillStage stage)
{
    private const int Sites = 16;

    /// <summary>Leads without a card: above it sites wait, so that the whole road is busy and not its beginning alone.</summary>
    private const int MostUnsaid = 120;

    /// <summary>One in so many cards is pressed a second time, by its old keyboard.</summary>
    private const int PressedTwice = 4;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PostAgain = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentDictionary<string, byte> said = new();
    private int posts;
    private int presses;

    /// <summary>What sites were told is taken: their own number and the lead's.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    public int Presses => Volatile.Read(ref presses);

    /// <summary>Goes on until it is told to end.</summary>
    public Task RunAsync(CancellationToken until) =>
        Task.WhenAll([
            .. Enumerable.Range(0, Sites).Select(_ => Task.Run(() => PostAsync(until), CancellationToken.None)),
            .. stage.Teams.Select(t => Task.Run(() => PressAsync(t, until), CancellationToken.None)),
        ]);

    /// <summary>Returns once something was acknowledged: a kill before it would prove nothing.</summary>
    public Task AcknowledgedMoreAsync(int than, Child by, TimeSpan patience) =>
        MoreAsync(() => acknowledged.Count, than, by, patience);

    /// <summary>Returns once cards were pressed as well.</summary>
    public Task PressedMoreAsync(int than, Child by, TimeSpan patience) => MoreAsync(() => Presses, than, by, patience);

    private static async Task MoreAsync(Func<int> count, int than, Child by, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (count() <= than)
        {
            by.MustRun();
            await often.WaitForNextTickAsync(enough.Token);
        }
    }

    private async Task PostAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref posts);
            var team = stage.Teams[number % stage.Teams.Count];
            var lead = LeadPost.Of(number) with { ExternalId = $"k{number}" };
            // What gets no answer is posted again, as sites do.
            while (!until.IsCancellationRequested && !await TryPostAsync(lead, team))
            {
                await Task.Delay(PostAgain, CancellationToken.None);
            }

            while (!until.IsCancellationRequested && acknowledged.Count - said.Count > MostUnsaid)
            {
                await Task.Delay(PostAgain, CancellationToken.None);
            }
        }
    }

    private async Task<bool> TryPostAsync(LeadPost lead, Town.Team team)
    {
        var answer = await stage.Bot.PostAsync(lead, team.Key);
        if (answer.Lead is { } number)
        {
            acknowledged[lead.ExternalId!] = number;
        }

        return answer.Lead is not null;
    }

    private async Task PressAsync(Town.Team team, CancellationToken until)
    {
        var after = 0;
        while (!until.IsCancellationRequested)
        {
            foreach (var message in await stage.Telegram.MessagesAsync(team.Chat, after, LookAgain))
            {
                after = message.Id;
                if (Cards.IsCard(message))
                {
                    said[Cards.LeadOf(message.Text!)!] = 0;
                    await PressAsync(team, message);
                }
            }
        }
    }

    private async Task PressAsync(Town.Team team, Message card)
    {
        var take = card.Buttons.ToList().IndexOf(Cards.Take);
        if (take < 0 || card.Data[take] is not { } data)
        {
            return;
        }

        await stage.Telegram.PressDataAsync(stage.Reps.Keys, team.Chat, card.Id, data);
        var pressed = Interlocked.Add(ref presses, stage.Reps.Count);
        if (pressed / stage.Reps.Count % PressedTwice == 0)
        {
            await stage.Telegram.PressDataAsync(stage.Reps.Keys, team.Chat, card.Id, data);
        }
    }
}
