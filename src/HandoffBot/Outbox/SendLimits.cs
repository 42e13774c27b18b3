using Microsoft.Extensions.Options;

namespace HandoffBot.Outbox;

/// <summary>
/// Tells how long a message must wait so that Telegram's limits are never provoked. It only counts; whoever sends asks first, then
/// records. Time is the monotonic kind, so a clock that is set back frees nothing.
/// </summary>
internal sealed class SendLimits
{
    /// <summary>As for a minute: messages to different chats arrive with different delays.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1050);

    /// <summary>How long to wait for a place when all are taken by messages whose answers are not here yet.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    private const int SweepEvery = 1000;

    private readonly SendLimitsOptions limits;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly Lock gate = new();
    private readonly Dictionary<long, ChatPace> chats = [];
    private readonly SlidingWindow second;

    /// <summary>When what is on its way to a chat was recorded.</summary>
    private readonly Dictionary<long, TimeSpan> underWay = [];

    private TimeSpan pausedUntil;
    private (long Chat, TimeSpan Until) told;
    private int recorded;

    public SendLimits(IOptions<SendLimitsOptions> options, TimeProvider clock)
    {
        limits = options.Value;
        this.clock = clock;
        start = clock.GetTimestamp();
        second = new SlidingWindow(limits.PerSecond);
    }

    /// <summary>Zero: it may go now. A group is also a supergroup or a channel.</summary>
    public TimeSpan WaitFor(long chatId, SendKind kind, bool isGroup)
    {
        lock (gate)
        {
            var now = Now;
            var wait = chats.TryGetValue(chatId, out var chat) ? chat.WaitFor(kind, isGroup, now) : TimeSpan.Zero;
            return Later(Later(wait, WaitForSecond(now)), pausedUntil - now);
        }
    }

    /// <summary>For how long Telegram, or who called it in vain, told this chat to rest; zero: not at all.</summary>
    public TimeSpan PauseOf(long chatId)
    {
        lock (gate)
        {
            var chat = chats.TryGetValue(chatId, out var pace) ? pace.PausedUntil : TimeSpan.Zero;
            return Later(Later(chat, pausedUntil) - Now, TimeSpan.Zero);
        }
    }

    /// <summary>Records the message and returns zero if it may go now, else how long to wait before asking again.</summary>
    public TimeSpan Enter(OutboxMessage row)
    {
        lock (gate)
        {
            var wait = WaitFor(row.ChatId, row.SendKind, !row.To.IsPrivate);
            if (wait <= TimeSpan.Zero)
            {
                Record(row.ChatId);
                underWay[row.ChatId] = Now;
            }

            return wait;
        }
    }

    /// <summary>A message or an edit goes out now.</summary>
    public void Record(long chatId)
    {
        lock (gate)
        {
            var now = Now;
            Of(chatId).Record(now);
            second.Record(now);
            if (++recorded % SweepEvery == 0)
            {
                ForgetIdle(now);
            }
        }
    }

    /// <summary>The answer to the message recorded last for this chat is here: it arrived no later than now. Worth telling when it was slow.</summary>
    public void Arrived(long chatId)
    {
        lock (gate)
        {
            var now = Now;
            Of(chatId).Arrived(now);
            if (underWay.Remove(chatId, out var at))
            {
                second.Move(at, now);
            }
        }
    }

    /// <summary>Whether the message recorded last for this chat arrived is not known.</summary>
    public void Unanswered(long chatId)
    {
        lock (gate)
        {
            Of(chatId).Unanswered();
        }
    }

    /// <summary>Nothing to this chat before that long; a longer pause already set stays.</summary>
    public void Pause(long chatId, TimeSpan wait)
    {
        lock (gate)
        {
            Of(chatId).PauseUntil(Now + wait);
        }
    }

    /// <summary>As Telegram said; told of a second chat while the first still rests, all rest.</summary>
    public void PauseAsTold(long chatId, TimeSpan wait)
    {
        lock (gate)
        {
            Pause(chatId, wait);
            if (told.Until > Now && told.Chat != chatId)
            {
                PauseAll(wait);
            }

            told = (chatId, Now + wait);
        }
    }

    /// <summary>Nothing to anybody before that long; a longer pause already set stays.</summary>
    public void PauseAll(TimeSpan wait)
    {
        lock (gate)
        {
            pausedUntil = Later(pausedUntil, Now + wait);
        }
    }

    /// <summary>Counts what another process, or this one before its restart, sent within the last minute, and nothing else.</summary>
    public void Rebuild(IEnumerable<PastSend> sends)
    {
        lock (gate)
        {
            // Who led before knows some of it already.
            second.Clear();
            foreach (var chat in chats.Values)
            {
                chat.Clear();
            }

            foreach (var send in sends.OrderByDescending(s => s.Ago))
            {
                var at = Now - send.Ago;
                Of(send.ChatId).Record(at);
                second.Record(at);
            }
        }
    }

    /// <summary>What has been on its way for longer than a second may arrive with what goes now.</summary>
    private TimeSpan WaitForSecond(TimeSpan now)
    {
        if (limits.PerSecond == 0)
        {
            return TimeSpan.Zero;
        }

        var places = limits.PerSecond - underWay.Values.Count(at => at + Second <= now);
        return places > 0 ? second.WaitFor(places, Second, now) : AskAgain;
    }

    private TimeSpan Now => clock.GetElapsedTime(start);

    private ChatPace Of(long chatId)
    {
        if (!chats.TryGetValue(chatId, out var chat))
        {
            chats[chatId] = chat = new ChatPace(limits);
        }

        return chat;
    }

    private void ForgetIdle(TimeSpan now)
    {
        foreach (var idle in chats.Where(c => c.Value.IsForgettable(now)).Select(c => c.Key).ToArray())
        {
            chats.Remove(idle);
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
