using System.Collections.Concurrent;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Leads at an even rate for all teams in turn, each taken by its team's rep as soon as its card stands.</summary>
internal sealed class TrioLoad(Trio trio)
{
    /// <summary>Of the 20 a minute a group takes, with room: a lead is a card and its turning.</summary>
    private const int LeadsPerTeamAndMinute = 6;

    /// <summary>Seldom enough that a hundred reps looking do not take the processors from what is measured.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentBag<Task> posting = [];
    private int presses;

    /// <summary>What the sender was told: its own number and the lead's.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    public int Presses => Volatile.Read(ref presses);

    /// <param name="until">No more leads after it.</param>
    public async Task PostAsync(CancellationToken until)
    {
        using var rhythm = new PeriodicTimer(TimeSpan.FromMinutes(1) / (LeadsPerTeamAndMinute * trio.Teams.Count));
        for (var number = 0; !until.IsCancellationRequested; number++)
        {
            await rhythm.WaitForNextTickAsync(CancellationToken.None);
            posting.Add(PostAsync(number));
        }

        await Task.WhenAll(posting);
    }

    /// <param name="until">No more presses after it.</param>
    public Task PressAsync(CancellationToken until) => Task.WhenAll(trio.Teams.Select(t => PressAsync(t, until)));

    private async Task PostAsync(int number)
    {
        var lead = LeadPost.Of(number) with { ExternalId = $"t{number}" };
        acknowledged[lead.ExternalId] = await trio.PostAsync(lead, trio.Teams[number % trio.Teams.Count]);
    }

    private async Task PressAsync(Town.Team team, CancellationToken until)
    {
        for (var after = 0; !until.IsCancellationRequested; await Task.Delay(LookAgain, CancellationToken.None))
        {
            foreach (var message in await trio.Telegram.MessagesAsync(team.Chat, after, TimeSpan.Zero))
            {
                after = message.Id;
                var take = message.Buttons.ToList().IndexOf(Cards.Take);
                if (Cards.IsCard(message) && take >= 0)
                {
                    Interlocked.Increment(ref presses);
                    await trio.Telegram.PressDataAsync([team.Rep], team.Chat, message.Id, message.Data[take]!);
                }
            }
        }
    }
}
