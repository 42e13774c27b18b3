using HandoffBot.Chat;

namespace HandoffBot.Outbox;

/// <summary>What a delivery decided to do, seeing the rows as they are now.</summary>
internal abstract record Speech
{
    public static Speech Nothing(string why) => new Silence(why);

    /// <summary>Does something with a message of the chat the row was made for; in the group that took its place that number is another's.</summary>
    public static Speech With(OutboxMessage row, int messageId, Func<MessageRef, Speech> standing) =>
        row.HasMoved ? Nothing(GroupMove.LeftBehind) : standing(new MessageRef(row.ChatId, messageId));

    /// <summary>A new message. <paramref name="Leads"/>: those it tells of, for replies to it.</summary>
    internal sealed record Say(ChatMessage Message, MessageRole Role, long About, IReadOnlyList<long>? Leads = null)
        : Speech
    {
        /// <summary>For this moment, by whoever reads it: it rings in their quiet hours too.</summary>
        public bool IsPlanned { get; init; }
    }

    /// <summary>Standing messages that should look different now; those that already do are left alone.</summary>
    internal sealed record Redraw(IReadOnlyList<Redrawing> Messages) : Speech;

    /// <summary>Takes a message away; <paramref name="Instead"/> is written over one that cannot be deleted any more.</summary>
    internal sealed record Delete(MessageRef Standing, ChatMessage Instead) : Speech;

    /// <summary>Takes the buttons from under a message that was answered; its text stays.</summary>
    internal sealed record TakeButtons(MessageRef Standing) : Speech;

    internal sealed record Pin(MessageRef Standing) : Speech;

    internal sealed record Unpin(MessageRef Standing) : Speech;

    /// <summary>Goes away from the chat for good.</summary>
    internal sealed record Leave(long ChatId) : Speech;

    internal sealed record React(MessageRef Standing, string Emoji) : Speech;

    /// <summary>Too early: ask again after this long.</summary>
    internal sealed record Later(TimeSpan After, string Why) : Speech;

    internal sealed record Silence(string Why) : Speech;
}

/// <summary>A standing message and how it should look.</summary>
internal sealed record Redrawing(MessageRef Standing, ChatMessage Message);
