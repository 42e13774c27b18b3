namespace HandoffBot.Load.Inside;

/// <summary>Where the bot can be made to die.</summary>
internal enum DeathPoint
{
    /// <summary>It dies nowhere.</summary>
    None,

    /// <summary>Of a commit that takes leads in.</summary>
    BeforeCommit,

    AfterCommit,

    /// <summary>The lead is on disk, its sender is not told yet.</summary>
    BeforeAccepted,

    /// <summary>Of a new message.</summary>
    BeforeSend,

    /// <summary>Telegram took it, it is not marked as sent yet.</summary>
    AfterSend,

    /// <summary>The claim is written and not committed.</summary>
    MidClaim,

    AfterClaimCommit,

    /// <summary>Some rows of a list that was handed over are written, others not yet.</summary>
    AmongListCommits,

    /// <summary>Of the steps that a sweep takes, such as reminders.</summary>
    BeforeStepsTaken,

    AfterStepsTaken,

    /// <summary>Of the poll that tells Telegram which updates are done.</summary>
    BeforeConfirm,

    /// <summary>Of a press.</summary>
    BeforeAnswer,

    AfterAnswer,

    /// <summary>Of the card that shows who took the lead.</summary>
    BeforeTurn,

    AfterTurn,

    /// <summary>Of the row that says which weekly summary was made.</summary>
    BeforeSummaryMade,

    AfterSummaryMade,

    BeforeSummarySent,

    AfterSummarySent,

    BeforeSummaryMarked,
}
