using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Observability;

namespace HandoffBot.Outbox;

/// <summary>Something to be said: an intent and ids, never a text. It is rendered when it is sent.</summary>
internal sealed class OutboxMessage
{
    public const int WhyLength = 256;

    /// <summary>How the reason of a message begins that Telegram refused for good.</summary>
    public const string RefusedAs = "refused: ";

    /// <summary>Why a message waits that came back with a restored backup: it may have been said since.</summary>
    public const string Restored = "restored";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public long Seq { get; private set; }

    /// <summary>What makes it happen once: origin, delivery and address.</summary>
    public required string OnceKey { get; init; }

    public long ChatId { get; set; }

    public int ThreadId { get; set; }

    public required string Delivery { get; init; }

    public string? Arguments { get; private set; }

    public OutboxPriority Priority { get; init; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it should be said, however often it failed since; null, in rows of before, where that is as due.</summary>
    public DateTimeOffset? WantedAt { get; private set; }

    public OutboxState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>How many of them failed for a reason of its own, and not because all that is said failed then.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LeasedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? Why { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The span that caused it, in W3C form, where somebody watched.</summary>
    public string? TraceParent { get; init; }

    public ChatAddress To => new(ChatId, ThreadId);

    /// <summary>How it counts against the limits of a group.</summary>
    public SendKind SendKind =>
        Priority is OutboxPriority.Answer or OutboxPriority.Private or OutboxPriority.Turn
            ? SendKind.Turn
            : SendKind.Card;

    public static OutboxMessage Of(Intent intent, DateTimeOffset at) =>
        new()
        {
            OnceKey = $"{intent.Origin}:{intent.Delivery}:{intent.To}",
            ChatId = intent.To.ChatId,
            ThreadId = intent.To.ThreadId,
            Delivery = intent.Delivery,
            Arguments = intent.Arguments is null ? null : JsonSerializer.Serialize(intent.Arguments, Json),
            Priority = intent.Priority,
            DueAt = intent.DueAt ?? at,
            WantedAt = intent.DueAt ?? at,
            CreatedAt = at,
            TraceParent = Traces.Here,
        };

    public T Read<T>() => JsonSerializer.Deserialize<T>(Arguments!, Json)!;

    public void Lease(DateTimeOffset at) => (State, LeasedAt, Attempts) = (OutboxState.Sending, at, Attempts + 1);

    /// <summary>Another process took it up after this lease, or has said it: who held the lease has no say in it any more.</summary>
    public bool IsPast(OutboxMessage lease) =>
        Attempts != lease.Attempts || State is OutboxState.Sent or OutboxState.Ended;

    /// <summary>Said, or nothing was left to say. Arguments may hold words of people and go.</summary>
    public void Finish(DateTimeOffset at, string? why = null) =>
        (State, SentAt, Why, Arguments) = (OutboxState.Sent, at, why, null);

    /// <summary>Telegram will never take it; its words stand behind <see cref="RefusedAs"/> and on the health page.</summary>
    public void Refuse(DateTimeOffset at, string words) => End(at, $"{RefusedAs}{Delivery}: {words}");

    /// <summary>It will never pass, or is not needed any more.</summary>
    public void End(DateTimeOffset at, string why) =>
        (State, SentAt, Why, Arguments) = (OutboxState.Ended, at, Cut(why), null);

    /// <summary>It has a time of its own, before which it is not late.</summary>
    public void WaitUntil(DateTimeOffset dueAt, string? why) =>
        (State, DueAt, WantedAt, Why) = (OutboxState.Pending, dueAt, dueAt, why);

    /// <summary>It did not pass and is tried again; that does not make it wanted later.</summary>
    public void TryAgain(DateTimeOffset at, string why) =>
        (State, WantedAt, DueAt, Why) = (OutboxState.Pending, WantedAt ?? DueAt, at, Cut(why));

    /// <summary>It failed for a reason of its own.</summary>
    public void Fail() => Failures++;

    /// <summary>The clock was ahead by so much when this was made or last tried.</summary>
    public void PullIn(TimeSpan by) =>
        (CreatedAt, LeasedAt, DueAt, WantedAt) = (CreatedAt - by, LeasedAt - by, DueAt - by, (WantedAt ?? DueAt) - by);

    public void Hold(string why) => (State, Why) = (OutboxState.Held, Cut(why));

    /// <summary>It goes to another chat than it was made for: the group got a new id, or its reader cannot be written to.</summary>
    public bool HasMoved => !OnceKey.EndsWith($":{To}", StringComparison.Ordinal);

    public void MoveTo(ChatAddress to) => (ChatId, ThreadId) = (to.ChatId, to.ThreadId);

    private static string Cut(string why) => why.Length <= WhyLength ? why : why[..WhyLength];
}
