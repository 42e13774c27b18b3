namespace HandoffBot.Chat;

/// <summary>Where updates go: effect and update id in one commit.</summary>
internal interface IUpdateSink
{
    /// <summary>So much waits to be written that no more should be taken from whoever can send it again.</summary>
    bool IsFull { get; }

    /// <summary>Returns once the effect is on disk; throws while the database cannot be written, then the update must come again.</summary>
    /// <param name="payload">The update as it came, kept only if it has to be given up.</param>
    Task HandleAsync(Incoming update, string payload, CancellationToken cancellationToken);

    /// <summary>Stores an update that is still being worked on, so that it can be confirmed and is resumed after a crash.</summary>
    Task ParkAsync(Incoming update, string payload, CancellationToken cancellationToken);

    /// <summary>The payloads of this bot's updates that were stored and never finished, oldest first.</summary>
    Task<IReadOnlyList<string>> ResumeAsync(long botId, CancellationToken cancellationToken);
}
