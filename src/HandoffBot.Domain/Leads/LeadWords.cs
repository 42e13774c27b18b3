using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>The erasable half of a lead: what the customer wrote, what reps noted.</summary>
internal sealed class LeadWords
{
    public long Id { get; private set; }

    public required LeadId Lead { get; set; }

    public required WordsKind Kind { get; init; }

    public required string Text { get; set; }

    /// <summary>Of the inquiry they came with, where that joined a lead.</summary>
    public long? ContactId { get; set; }

    public required DateTimeOffset At { get; init; }

    public PersonId? By { get; init; }

    /// <summary>The message a note was written in; its edit replaces the note.</summary>
    public long? ChatId { get; init; }

    public int? MessageId { get; init; }

    public string? FileId { get; set; }
}

internal enum WordsKind
{
    /// <summary>What the customer wrote.</summary>
    Message,

    /// <summary>The page, the raw campaign marks, extra fields, as JSON.</summary>
    Trace,

    /// <summary>What a rep wrote in reply.</summary>
    Note,

    /// <summary>The words behind a reason "other".</summary>
    Reason,
}
