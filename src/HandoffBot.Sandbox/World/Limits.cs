namespace HandoffBot.Sandbox.World;

/// <summary>
/// Telegram's flood limits on the sandbox's clock. A wait of up to <see cref="LongestSilentWait"/> is slept out and the
/// answer comes late; a longer one is refused at once. A number of 0 switches that limit off.
/// </summary>
internal sealed class Limits
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, List<DateTimeOffset>> _chats = [];
    private readonly List<DateTimeOffset> _all = [];

    public bool On { get; set; } = true;

    /// <summary>Sends and edits in a group or supergroup in any 60 seconds.</summary>
    public int PerGroupPerMinute { get; set; } = 20;

    /// <summary>Sends and edits a second in one chat, once its burst is used up.</summary>
    public double PerChatPerSecond { get; set; } = 1;

    /// <summary>How many in a row a chat takes before <see cref="PerChatPerSecond"/> holds.</summary>
    public int ChatBurst { get; set; } = 3;

    /// <summary>Sends and edits in any second in all chats together.</summary>
    public int PerSecond { get; set; } = 30;

    public TimeSpan LongestSilentWait { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long the next one would have to wait; takes no place.</summary>
    public TimeSpan WaitFor(long chatId, bool isGroup, DateTimeOffset now, int count = 1)
    {
        lock (_gate)
        {
            return EarliestAt(chatId, isGroup, now, count) - now;
        }
    }

    /// <summary>How many sends and edits of the last 60 seconds a chat has behind it.</summary>
    public int Used(long chatId, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _chats.TryGetValue(chatId, out var places) ? places.Count(at => at > now - Minute && at <= now) : 0;
        }
    }

    /// <summary>Takes the next place, or none when the wait would be too long; answers the wait either way.</summary>
    public TimeSpan Take(long chatId, bool isGroup, DateTimeOffset now, int count = 1)
    {
        lock (_gate)
        {
            var at = EarliestAt(chatId, isGroup, now, count);
            if (On && at - now <= LongestSilentWait)
            {
                var taken = Enumerable.Repeat(at, count);
                Places(chatId).AddRange(taken);
                _all.AddRange(taken);
                _all.Sort();
            }

            return at - now;
        }
    }

    private DateTimeOffset EarliestAt(long chatId, bool isGroup, DateTimeOffset now, int count)
    {
        if (!On)
        {
            return now;
        }

        var places = Places(chatId);
        places.RemoveAll(at => at <= now - Minute);
        _all.RemoveAll(at => at <= now - Second);

        // One slow send holds up those behind it.
        var at = places.Count > 0 && places[^1] > now ? places[^1] : now;
        at = Later(at, AfterWindow(places, isGroup ? PerGroupPerMinute : 0, Minute, count));
        at = Later(at, AfterBurst(places));
        return Later(at, AfterWindow(_all, PerSecond, Second, count));
    }

    /// <summary>The instant at which the window has room for so many more.</summary>
    private static DateTimeOffset AfterWindow(List<DateTimeOffset> places, int most, TimeSpan window, int count)
    {
        var mustPass = places.Count - (most - Math.Min(count, most));
        return most == 0 || mustPass <= 0 ? default : places[mustPass - 1] + window;
    }

    /// <summary>A bucket of <see cref="ChatBurst"/> that fills up by <see cref="PerChatPerSecond"/>.</summary>
    private DateTimeOffset AfterBurst(List<DateTimeOffset> places)
    {
        if (PerChatPerSecond <= 0)
        {
            return default;
        }

        var interval = TimeSpan.FromSeconds(1 / PerChatPerSecond);
        var nextFree = DateTimeOffset.MinValue;
        foreach (var at in places)
        {
            nextFree = Later(nextFree, at) + interval;
        }

        return nextFree == DateTimeOffset.MinValue ? default : nextFree - (interval * (Math.Max(1, ChatBurst) - 1));
    }

    private List<DateTimeOffset> Places(long chatId) =>
        _chats.TryGetValue(chatId, out var places) ? places : _chats[chatId] = [];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
