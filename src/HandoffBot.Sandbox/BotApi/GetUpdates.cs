using System.Text.Json.Nodes;
using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Long polling: waits for updates, confirms those before the offset, ends an older poll of the same bot.</summary>
internal sealed class GetUpdates : IMethod
{
    private const int MostUpdates = 100;
    private const int LongestWait = 50;
    private const int SpinWait = 3;

    private const string OtherPoll =
        "terminated by other getUpdates request; make sure that only one bot instance is running";

    public async Task<Answer> AnswerAsync(BotCall call, CancellationToken cancellationToken)
    {
        if (call.World.View.Bots[call.Bot.Id].Webhook is not null)
        {
            throw Refusal.Conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            );
        }

        AllowedUpdates.Apply(call);
        var queue = call.World.QueueOf(call.Bot.Id);
        var asked = Asked(call, queue);
        var poll = queue.Polls.Begin(OtherPoll);
        try
        {
            return await WaitAsync(call, queue, asked, poll.Task, cancellationToken);
        }
        finally
        {
            queue.Polls.Finish(poll);
        }
    }

    /// <summary>Whoever asks the same again too soon is slowed down, so that a confused bot doesn't spin.</summary>
    private static (int Offset, int Limit, int Seconds) Asked(BotCall call, UpdateQueue queue)
    {
        var offset = call.Parameters.Int("offset");
        var limit = call.Parameters.Has("limit")
            ? Math.Clamp(call.Parameters.Int("limit"), 1, MostUpdates)
            : MostUpdates;
        var seconds = Math.Clamp(call.Parameters.Int("timeout"), 0, LongestWait);
        if (queue.Polls.SinceSame(offset, call.World.Clock.GetUtcNow()) is { } since && seconds < SpinWait)
        {
            seconds = since < TimeSpan.FromSeconds(SpinWait) ? SpinWait : seconds;
            limit = since < TimeSpan.FromSeconds(0.5) ? 1 : limit;
        }

        return (offset, limit, seconds);
    }

    private static async Task<Answer> WaitAsync(
        BotCall call,
        UpdateQueue queue,
        (int Offset, int Limit, int Seconds) asked,
        Task<string> ended,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timeout = Task.Delay(TimeSpan.FromSeconds(asked.Seconds), call.World.Clock, stop.Token);
        try
        {
            var offset = asked.Offset;
            while (true)
            {
                var arrival = queue.Arrival;
                var updates = queue.Take(offset, asked.Limit);
                if (updates.Length > 0 || timeout.IsCompletedSuccessfully)
                {
                    return Found(call, updates);
                }

                // What a negative offset forgets, it forgets once.
                offset = Math.Max(0, offset);
                var first = await Task.WhenAny(arrival, timeout, ended);
                cancellationToken.ThrowIfCancellationRequested();
                if (first == ended)
                {
                    throw await ConflictAsync(call, queue, await ended, cancellationToken);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task<Refusal> ConflictAsync(
        BotCall call,
        UpdateQueue queue,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (!queue.Polls.MayTellConflictAtOnce(call.World.Clock.GetUtcNow()))
        {
            await Task.Delay(TimeSpan.FromSeconds(SpinWait), call.World.Clock, cancellationToken);
        }

        return Refusal.Conflict(reason);
    }

    private static Answer Found(BotCall call, ImmutableArray<Update> updates)
    {
        var view = call.World.View;
        call.Note = string.Join(", ", updates.Select(update => update.Kind));
        return new Answer(new JsonArray([.. updates.Select(update => UpdateJson.Of(view, update))]));
    }
}
