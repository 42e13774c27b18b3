using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Telegram;

/// <summary>Takes what happened in the messenger to the one that handles it: update id and effect in one commit, the answer after it.</summary>
internal sealed partial class UpdateRouter(
    CommitWriter writer,
    IChat chat,
    TimeProvider clock,
    ILogger<UpdateRouter> logger
) : IUpdateSink
{
    private const int Tries = 3;

    public async Task HandleAsync(Incoming update, string payload, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                var answer = await writer.CommitAsync(
                    (scope, token) => ActAsync(scope, update, token),
                    cancellationToken
                );
                await AnswerAsync(update, answer, cancellationToken);
                return;
            }
            catch (Exception ex) when (tried < Tries && !cancellationToken.IsCancellationRequested)
            {
                Log.Retried(logger, update.Key.UpdateId, tried, ex);
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                // If this cannot be stored either, the database is down: the update is not confirmed and comes again.
                await StoreAsync(update, payload, UpdateState.Failed, ex.GetType().Name, cancellationToken);
                Log.GivenUp(logger, update.Key.UpdateId, ex);
                await AnswerAsync(
                    update,
                    new PressAnswer(WordingOf.Stranger(update.From?.LanguageCode)["Common.Sorry"], Alert: true),
                    cancellationToken
                );
                return;
            }
        }
    }

    public Task ParkAsync(Incoming update, string payload, CancellationToken cancellationToken) =>
        StoreAsync(update, payload, UpdateState.Received, null, cancellationToken);

    public async Task<IReadOnlyList<string>> ResumeAsync(CancellationToken cancellationToken) =>
        await writer.CommitAsync(
            async (scope, token) =>
                await scope
                    .Db.Updates.Where(u => u.State == UpdateState.Received && u.Payload != null)
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
            scope.Db.IsRepeat = true;
            return await scope.Get<RepeatedUpdate>().AnswerAsync(update, cancellationToken);
        }

        seen ??= scope.Db.Updates.Add(NewRow(update)).Entity;
        (seen.State, seen.Payload, seen.Error) = (UpdateState.Done, null, null);
        scope.Db.Because = update.Key;
        await scope.Get<Arrivals>().NoteAsync(update, cancellationToken);
        var answer = await scope.Get<Dispatch>().ToHandlerAsync(update, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private async Task AnswerAsync(Incoming update, PressAnswer? answer, CancellationToken cancellationToken)
    {
        if (update is ButtonPressed pressed)
        {
            await chat.AnswerPressAsync(pressed.PressId, answer ?? PressAnswer.Nothing, cancellationToken);
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
                if (row is not { State: UpdateState.Done })
                {
                    row ??= scope.Db.Updates.Add(NewRow(update)).Entity;
                    (row.State, row.Payload, row.Error) = (state, payload, error);
                    await scope.Db.SaveChangesAsync(token);
                }
            },
            cancellationToken
        );

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

        [LoggerMessage(LogLevel.Error, "Update {UpdateId} was given up and kept.")]
        public static partial void GivenUp(ILogger logger, long updateId, Exception exception);
    }
}
