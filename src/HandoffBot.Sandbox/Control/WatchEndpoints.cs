using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Control;

/// <summary>What can be seen: the world's settings, messages, and the calls of the bot.</summary>
internal sealed class WatchEndpoints(TelegramWorld world)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/sandbox", Describe);
        app.MapPost("/sandbox/limits", SetLimits);
        app.MapGet("/sandbox/messages", MessagesAsync);
        app.MapGet("/sandbox/calls", Calls);
    }

    private WorldSeen Describe()
    {
        var bot = world.View.Bots.Values.MinBy(b => b.Id)!;
        return new WorldSeen(
            bot.Token,
            bot.Username,
            world.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow(),
            Seen(),
            world.Calls.RefusedForLimits,
            world.QueueOf(bot.Id).Count
        );
    }

    private LimitsSeen SetLimits(LimitsSwitch wanted)
    {
        world.Limits.On = wanted.On;
        return Seen();
    }

    /// <summary>Messages after the given one; when there is none yet, waits so many seconds for the first.</summary>
    private async Task<IEnumerable<MessageSeen>> MessagesAsync(long chat, int after = 0, double wait = 0)
    {
        try
        {
            await world.WaitForAsync(
                view => view.Chats.GetValueOrDefault(chat)?.LastMessageId > after,
                TimeSpan.FromSeconds(wait)
            );
        }
        catch (TimeoutException)
        {
            return [];
        }

        return world.View.Messages(chat).SkipWhile(m => m.Id <= after).Select(MessageSeen.Of);
    }

    private IEnumerable<CallSeen> Calls(long after = 0) =>
        world.Calls.Recent().Where(c => c.Number > after).Select(CallSeen.Of);

    private LimitsSeen Seen() =>
        new(
            world.Limits.On,
            world.Limits.PerGroupPerMinute,
            world.Limits.PerChatPerSecond,
            world.Limits.ChatBurst,
            world.Limits.PerSecond
        );
}
