using System.Diagnostics;
using HandoffBot.Observability;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Intake;

/// <summary>Puts inquiries from the net through the one writer. A sender who has gone meanwhile is served all the same.</summary>
internal sealed partial class IntakeDesk(
    CommitWriter writer,
    HandoffMetrics metrics,
    TimeProvider clock,
    ILogger<IntakeDesk> logger
)
{
    private readonly Seldom busy = new(clock);
    private readonly Seldom unwritten = new(clock);
    private readonly Seldom unread = new(clock);

    /// <summary>Null when nothing can be taken now: the queue is full, or the database cannot be written.</summary>
    public async Task<ReceivedLead?> TakeAsync(Door door, NewInquiry asked)
    {
        try
        {
            var writing = writer.TryCommit(
                (scope, token) => scope.Get<ReceiveLead>().HandleAsync(door, asked, token),
                asked.LikenessAt(door)
            );
            if (writing is null)
            {
                metrics.Received(HandoffMetrics.Busy);
                if (busy.IsTime())
                {
                    Log.Busy(logger, door.Source.Id);
                }

                return null;
            }

            var received = await writing;
            metrics.Received(received.Outcome);
            Activity.Current?.SetTag("handoff.lead", received.Lead.Value);
            Log.Taken(logger, received.Lead.Value, door.Source.Id, received.Outcome);
            return received;
        }
        catch (Exception ex) when (StorageTrouble.Is(ex))
        {
            metrics.Received(HandoffMetrics.Failed);
            if (unwritten.IsTime(ex))
            {
                Log.NotWritten(logger, door.Source.Id, ex);
            }

            return null;
        }
    }

    /// <summary>The source of a post could not even be looked up: it was turned away.</summary>
    public void CannotRead(Exception exception)
    {
        metrics.Received(HandoffMetrics.Failed);
        if (unread.IsTime(exception))
        {
            Log.NotRead(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "A post was not taken: the database cannot be read. The same is not said again within a minute."
        )]
        public static partial void NotRead(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Information, "Lead {Lead} came through source {Source}: {Outcome}.")]
        public static partial void Taken(ILogger logger, long lead, long source, string outcome);

        [LoggerMessage(
            LogLevel.Warning,
            "A lead of source {Source} was not taken: the queue is full. The same is not said again within a minute."
        )]
        public static partial void Busy(ILogger logger, long source);

        [LoggerMessage(
            LogLevel.Error,
            "A lead of source {Source} was not taken: the database cannot be written. The same is not said again within a minute."
        )]
        public static partial void NotWritten(ILogger logger, long source, Exception exception);
    }
}
