using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>A file with leads that somebody handed over: read, shown back, and then taken in whole or not at all.</summary>
internal sealed class LeadList
{
    /// <summary>One that was shown and not taken is forgotten after this long: 24 hours, as long as its question stands.</summary>
    public static readonly TimeSpan Lies = TimeSpan.FromHours(24);

    /// <summary>Taking in is tried again for so long before all of it is taken back: 1 hour.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromHours(1);

    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    public required PersonId By { get; init; }

    /// <summary>By which the messenger gives the file out again.</summary>
    public required string FileId { get; init; }

    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>What the copy on the disk is called, as long as there is one.</summary>
    public required string CopyName { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The dialogue it is shown in.</summary>
    public long Dialogue { get; set; }

    public ListState State { get; private set; }

    /// <summary>SHA-256 of its rows, by which they are known when they come again, in whatever file; of lists of before, of the file.</summary>
    public string? Hash { get; private set; }

    public ListReading? Reading { get; private set; }

    /// <summary>How the source is to be called that its leads come through.</summary>
    public required string SourceName { get; set; }

    public long? SourceId { get; private set; }

    /// <summary>Somebody said that the rows that are wrong may be left out.</summary>
    public bool WithoutWrong { get; private set; }

    /// <summary>Since when it is being taken in.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>How many of its leads waited when its line in the sales chat was last drawn.</summary>
    public int Shown { get; private set; }

    public DateTimeOffset? ShownAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>It lies there to be read, or for somebody to say yes.</summary>
    public bool IsOpen => State is ListState.Sent or ListState.Read;

    /// <summary>Something is to be done with it without anybody's word.</summary>
    public bool IsInWork => State is ListState.Sent or ListState.Loading or ListState.Joining or ListState.Undoing;

    /// <summary>How many rows are to become leads.</summary>
    public int Good => Reading is { } reading ? reading.Rows - reading.WrongRows : 0;

    public void NoteRead(string hash, ListReading reading)
    {
        (Hash, Reading) = (hash, reading);
        Become(ListState.Read);
    }

    /// <summary>It cannot be read, or came before.</summary>
    public void Refuse(DateTimeOffset at) => Settle(ListState.Refused, at);

    /// <summary>Nobody wants it any more.</summary>
    public void Cancel(DateTimeOffset at)
    {
        if (IsOpen)
        {
            Settle(ListState.Cancelled, at);
        }
    }

    /// <summary>Somebody says that it is to be taken in. Rows that are wrong must be left out by name, or nothing is.</summary>
    public ListOutcome Take(long source, bool withoutWrong, DateTimeOffset at)
    {
        if (State is not ListState.Read)
        {
            return ListOutcome.NotRead;
        }

        if (Good == 0 || (Reading!.WrongRows > 0 && !withoutWrong))
        {
            return ListOutcome.HasWrongRows;
        }

        (SourceId, WithoutWrong, TakenAt) = (source, withoutWrong, at);
        Become(ListState.Loading);
        return ListOutcome.Taken;
    }

    /// <summary>All its new leads are written and become visible: from here on there is only forward.</summary>
    public void Appear(int waiting, DateTimeOffset at)
    {
        (Shown, ShownAt) = (waiting, at);
        Become(ListState.Joining);
    }

    public void Finish(DateTimeOffset at) => Settle(ListState.Done, at);

    /// <summary>It cannot be taken in: what was written of it goes again, and was never seen.</summary>
    public void TakeBack() => Become(ListState.Undoing);

    public void Fail(DateTimeOffset at) => Settle(ListState.Failed, at);

    public void Show(int waiting, DateTimeOffset at) => (Shown, ShownAt) = (waiting, at);

    private void Settle(ListState state, DateTimeOffset at)
    {
        SettledAt = at;
        Become(state);
    }

    private void Become(ListState state)
    {
        State = state;
        Version++;
    }
}
