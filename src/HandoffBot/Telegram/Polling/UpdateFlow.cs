using HandoffBot.Chat;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram.Polling;

/// <summary>Takes what one poll brought, and sets aside what takes long.</summary>
internal sealed class UpdateFlow(UpdateLanes lanes, IOptions<TelegramOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    public int InFlight => lanes.InFlight;

    /// <summary>What was set aside is taken up again, by whichever process: each update has its effect once.</summary>
    public void BeginAnew() => lanes.BeginAnew();

    /// <summary>Takes up what an earlier run set aside and did not finish, ahead of all that is new.</summary>
    public Task ResumeAsync(BotIdentity me, CancellationToken cancellationToken) =>
        lanes.ResumeAsync(me, cancellationToken);

    /// <summary>Returns when each of them is done, kept as failed, or stored to be finished alongside.</summary>
    public async Task DeliverAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        var running = letters
            .Select(letter => (Letter: letter, Done: lanes.Start(letter, cancellationToken)))
            .ToArray();
        await WaitAsync(Task.WhenAll(running.Select(r => r.Done)), cancellationToken);
        foreach (var (letter, done) in running)
        {
            await ParkUnlessDoneAsync(letter, done, cancellationToken);
        }

        while (InFlight > UpdateLanes.MostInFlight)
        {
            await Task.Delay(Again, clock, cancellationToken);
        }
    }

    public Task DrainAsync() => lanes.DrainAsync();

    private async Task WaitAsync(Task all, CancellationToken cancellationToken)
    {
        try
        {
            await all.WaitAsync(options.Value.ParkAfter, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // What is not done yet is parked.
        }
    }

    private async Task ParkUnlessDoneAsync(Letter letter, Task done, CancellationToken cancellationToken)
    {
        if (!done.IsCompletedSuccessfully)
        {
            await lanes.UntilStoredAsync(
                () => done.IsCompletedSuccessfully ? done : lanes.ParkAsync(letter, cancellationToken),
                cancellationToken
            );
        }
    }
}
