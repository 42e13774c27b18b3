namespace HandoffBot.Sandbox.BotApi;

/// <summary>A send or an edit: it counts against the limits of its chat and may be answered late or refused.</summary>
internal abstract class LimitedMethod : WorldMethod
{
    public override async Task<Answer> AnswerAsync(BotCall call, CancellationToken cancellationToken)
    {
        var world = call.World;
        if (call.ChatId is not { } chatId)
        {
            return await base.AnswerAsync(call, cancellationToken);
        }

        var isGroup = world.View.Chats.GetValueOrDefault(chatId)?.IsGroup ?? false;
        if (TryAtOnce(call, chatId, isGroup) is { } answer)
        {
            return answer;
        }

        // What would be refused anyway is refused without waiting and costs no place.
        world.Rehearse(draft => Do(call, draft));
        var wait = world.Limits.Take(chatId, isGroup, world.Clock.GetUtcNow(), Weight(call));
        if (wait > world.Limits.LongestSilentWait)
        {
            throw Refusal.TooManyRequests((int)Math.Ceiling(wait.TotalSeconds));
        }

        call.Delayed = wait;
        await Task.Delay(wait, world.Clock, cancellationToken);
        return world.Change(draft => Do(call, draft));
    }

    /// <summary>How many messages it counts as.</summary>
    protected virtual int Weight(BotCall call) => 1;

    private Answer? TryAtOnce(BotCall call, long chatId, bool isGroup) =>
        call.World.Change(draft =>
        {
            if (call.World.Limits.WaitFor(chatId, isGroup, draft.Now, Weight(call)) > TimeSpan.Zero)
            {
                return null;
            }

            var answer = Do(call, draft);
            call.World.Limits.Take(chatId, isGroup, draft.Now, Weight(call));
            return answer;
        });
}
