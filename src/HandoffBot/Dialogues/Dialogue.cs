using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Domain.Team;

namespace HandoffBot.Dialogues;

/// <summary>A conversation that leads one person through steps, in one chat.</summary>
internal sealed class Dialogue
{
    /// <summary>One left lying is forgotten after this long: 24 hours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public long Seq { get; private set; }

    public required long ChatId { get; init; }

    public int ThreadId { get; init; }

    public ChatAddress Place => new(ChatId, ThreadId);

    public required PersonId Person { get; init; }

    public required string Kind { get; init; }

    public required string Step { get; set; }

    /// <summary>The lead, promotion or chat it is about.</summary>
    public long About { get; init; }

    /// <summary>The last question; a reply to it belongs here even if another dialogue is active.</summary>
    public int? PromptMessageId { get; set; }

    public string Arguments { get; private set; } = "{}";

    public DialogueState State { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int Version { get; private set; }

    public T Read<T>()
        where T : new() => JsonSerializer.Deserialize<T>(Arguments, JsonSerializerOptions.Web) ?? new T();

    public void Write<T>(T arguments)
    {
        Arguments = JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web);
        Version++;
    }

    /// <summary>All that was said so far is forgotten; what became of it may stay, for whoever presses too late.</summary>
    public void Close(DialogueEnd? end = null)
    {
        State = DialogueState.Over;
        if (end is { Key: not null })
        {
            Write(end);
            return;
        }

        Arguments = "{}";
        Version++;
    }
}

/// <summary>How a dialogue ended: a text of the resource files and its values.</summary>
internal sealed record DialogueEnd(string? Key, IReadOnlyList<string> Values)
{
    public DialogueEnd()
        : this(null, []) { }
}

internal enum DialogueState
{
    Active,
    Suspended,
    Over,
}
