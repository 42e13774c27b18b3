using System.Diagnostics;
using HandoffBot.Chat;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Telegram;

/// <summary>Takes what happened in the messenger to the one that handles it: update id and effect in one commit, the answer after it.</summary>
internal sealed partial class UpdateRouter(
    CommitWriter writer,
    IChat chat,
    PressTraces traces,
    TimeProvider clock,
    ILogger<UpdateRouter> logger
) : IUpdateSink
{
    private const int Tries = 3;

    private readonly Seldom retried = new(clock);

    public bool IsFull => writer.IsFull;

    public async Task HandleAsync(Incoming update, string payload, CancellationToken cancellationToken)
    {
        var from = await traces.CauseOfAsync(update, cancellationToken);
        using var trace = Traces.Begin(update.GetType().Name, ActivityKind.Consumer, from);
        trace?.SetTag("handoff.update", update.Key.UpdateId);
        for (var tried = 1; ; tried++)
        {
            try
            {
                var answer = await writer.CommitAsync(
                    (scope, token) => ActAsync(scope, update, token),
                    cancellationToken
                );
                Answer(update, answer);
                return;
            }
            catch (Exception ex) when (tried < Tries && !cancellationToken.IsCancellationRequested)
            {
                if (retried.IsTime(ex))
                {
                    Log.Retried(logger, update.Key.UpdateId, tried, ex);
                }
            }
            // Where it is the database's trouble nothing is given up: it comes again until that is over.
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested && !StorageTrouble.WillPass(ex))
            {
                // If this cannot be stored either, the database is down: the update is not confirmed and comes again.
                await StoreAsync(update, payload, UpdateState.Failed, ex.GetType().Name, cancellationToken);
                Log.GivenUp(logger, update.Key.UpdateId, ex);
                var sorry = WordingOf.Stranger(update.From?.LanguageCode)["Common.Sorry"];
                Answer(update, new PressAnswer(sorry, Alert: true));
                return;
            }
        }
    }

    public Task ParkAsync(Incoming update, string payload, CancellationToken cancellationToken) =>
        StoreAsync(update, payload, UpdateState.Received, null, cancellationToken);

    public async Task<IReadOnlyList<string>> ResumeAsync(long botId, CancellationToken cancellationToken) =>
        await writer.CommitAsync(
            async (scope, token) =>
                await scope
                    .Db.Updates.Where(u => u.BotId == botId && u.State == UpdateState.Received && u.Payload != null)
                    .OrderBy(u => u.UpdateId)
                    .Select(u => u.Payload!)
                    .ToListAsync(token),
            cancellationToken
        );

    private async Task<PressAnswer?> ActAsync(WorkScope scope, Incoming update, CancellationToken cancellationToken)
    {
        var seen = await scope.Db.Updates.FindAsync([update.Key.BotId, update.Key.UpdateId], cancellationToken);
        if (seen is { State: UpdateState.Done })
        {
            return await scope.Get<RepeatedUpdate>().AnswerAsync(update, seen.SeenAt, cancellationToken);
        }

        seen ??= scope.Db.Updates.Add(NewRow(update)).Entity;
        (seen.State, seen.Payload, seen.Error) = (UpdateState.Done, null, null);
        scope.Db.Because = update.Key;
        await scope.Get<Arrivals>().NoteAsync(update, cancellationToken);
        var answer = await scope.Get<Dispatch>().ToHandlerAsync(update, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private void Answer(Incoming update, PressAnswer? answer)
    {
        if (update is ButtonPressed pressed)
        {
            // Not waited for: what was pressed is done, and a slow way to the messenger must not hold up whoever comes next.
            _ = AnswerAsync(pressed, answer ?? PressAnswer.Nothing);
        }
    }

    private async Task AnswerAsync(ButtonPressed pressed, PressAnswer answer)
    {
        try
        {
            var outcome = await chat.AnswerPressAsync(pressed.PressId, answer, CancellationToken.None);
            if (outcome is not SendOutcome.Sent)
            {
                Log.NotAnswered(logger, pressed.Key.UpdateId, outcome);
            }
        }
        catch (Exception ex)
        {
            Log.AnswerFailed(logger, pressed.Key.UpdateId, ex);
        }
    }

    private Task StoreAsync(
        Incoming update,
        string payload,
        UpdateState state,
        string? error,
        CancellationToken cancellationToken
    ) =>
        writer.CommitAsync(
            async (scope, token) =>
            {
                var row = await scope.Db.Updates.FindAsync([update.Key.BotId, update.Key.UpdateId], token);
                // Whoever came first: what is done stays done, and what was given up is not taken up again.
                if (row is null || (row.State is not UpdateState.Done && state is UpdateState.Failed))
                {
                    row ??= scope.Db.Updates.Add(NewRow(update)).Entity;
                    (row.State, row.Payload, row.Error) = (state, payload, error);
                    await TellOfAsync(scope, state, token);
                    await scope.Db.SaveChangesAsync(token);
                }
            },
            cancellationToken
        );

    private static async Task TellOfAsync(WorkScope scope, UpdateState state, CancellationToken cancellationToken)
    {
        if (state is UpdateState.Failed)
        {
            var givenUp = scope.Get<GivenUpUpdates>();
            await givenUp.TellAdminAsync(scope.Db, cancellationToken);
            scope.Db.OnceCommitted(givenUp.Add);
        }
    }

    private SeenUpdate NewRow(Incoming update) =>
        new()
        {
            BotId = update.Key.BotId,
            UpdateId = update.Key.UpdateId,
            SeenAt = clock.GetUtcNow(),
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Update {UpdateId} failed at attempt {Attempt}; it is tried again.")]
        public static partial void Retried(ILogger logger, long updateId, int attempt, Exception exception);

        [LoggerMessage(LogLevel.Debug, "The press of update {UpdateId} was answered: {Outcome}.")]
        public static partial void NotAnswered(ILogger logger, long updateId, SendOutcome outcome);

        [LoggerMessage(LogLevel.Debug, "The press of update {UpdateId} could not be answered.")]
        public static partial void AnswerFailed(ILogger logger, long updateId, Exception exception);

        [LoggerMessage(LogLevel.Error, "Update {UpdateId} was given up and kept.")]
        public static partial void GivenUp(ILogger logger, long updateId, Exception exception);
    }
}
