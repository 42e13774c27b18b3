using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Tells whoever sent a list what was found, or what became of it.</summary>
internal sealed class SettleList(CommitWriter writer, TimeProvider clock)
{
    public Task ShowAsync(LeadList list, string hash, ListReading reading, CancellationToken cancellationToken) =>
        ChangeAsync(
            list,
            ListState.Sent,
            async (scope, own, token) =>
            {
                own.NoteRead(hash, reading);
                if (await DialogueAsync(scope.Db, own, token) is { } dialogue)
                {
                    dialogue.Step = ListStep.Check;
                    dialogue.Write(dialogue.Read<ListDraft>());
                    scope.Get<DialogueEngine>().GoOn(dialogue, OriginOf(own, "read"));
                }
            },
            cancellationToken
        );

    public Task RefuseAsync(
        LeadList list,
        string why,
        IReadOnlyList<string> values,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            list,
            ListState.Sent,
            async (scope, own, token) =>
            {
                own.Refuse(clock.GetUtcNow());
                if (await DialogueAsync(scope.Db, own, token) is { } dialogue)
                {
                    await scope.Get<DialogueEngine>().EndAsync(dialogue, new DialogueEnd(why, values), token);
                }

                Tell(scope.Db, own, why, values);
            },
            cancellationToken
        );

    public Task FinishAsync(
        LeadList list,
        string key,
        IReadOnlyList<string> values,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            list,
            ListState.Joining,
            (scope, own, _) =>
            {
                own.Finish(clock.GetUtcNow());
                Tell(scope.Db, own, key, values);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>All that was written of it goes again.</summary>
    public Task TakeBackAsync(LeadList list, CancellationToken cancellationToken) =>
        ChangeAsync(
            list,
            ListState.Loading,
            (_, own, _) =>
            {
                own.TakeBack();
                return Task.CompletedTask;
            },
            cancellationToken
        );

    public Task FailAsync(LeadList list, CancellationToken cancellationToken) =>
        ChangeAsync(
            list,
            ListState.Undoing,
            (scope, own, _) =>
            {
                own.Fail(clock.GetUtcNow());
                Tell(scope.Db, own, "Intake.ListFailed", [own.FileName]);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>It does not go on for now: whoever sent it hears so once, at least in a week.</summary>
    public Task TellLaterAsync(LeadList list, CancellationToken cancellationToken) =>
        ChangeAsync(
            list,
            list.State,
            async (scope, own, token) =>
            {
                var key = own.State is ListState.Joining ? "Intake.ListJoinsLater" : "Intake.ListUndoneLater";
                var said = IntentOf(own, $"{own.State}-later", key, [OutsideText.Isolate(own.FileName)]);
                var once = OutboxMessage.Of(said, clock.GetUtcNow()).OnceKey;
                if (!await scope.Db.Outbox.AnyAsync(o => o.OnceKey == once, token))
                {
                    scope.Db.Say(said, clock.GetUtcNow());
                }
            },
            cancellationToken
        );

    public static string OriginOf(LeadList list, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"list:{list.Id}.{what}");

    /// <summary>Nothing where it has gone on meanwhile.</summary>
    public Task ChangeAsync(
        LeadList list,
        ListState from,
        Func<WorkScope, LeadList, CancellationToken, Task> change,
        CancellationToken cancellationToken
    ) =>
        writer.CommitAsync(
            async (scope, token) =>
            {
                var own = await scope.Db.Lists.SingleAsync(l => l.Id == list.Id, token);
                if (own.State == from)
                {
                    await change(scope, own, token);
                    await scope.Db.SaveChangesAsync(token);
                }
            },
            cancellationToken
        );

    private void Tell(HandoffDb db, LeadList list, string key, IReadOnlyList<string> values) =>
        db.Say(IntentOf(list, list.State.ToString(), key, values), clock.GetUtcNow());

    private static Intent IntentOf(LeadList list, string what, string key, IReadOnlyList<string> values) =>
        new(
            nameof(SayText),
            ChatAddress.Private(list.By.Value),
            OriginOf(list, what),
            OutboxPriority.Private,
            new SayText.Arguments(key, values, list.Team.Value)
        );

    private static Task<Dialogue?> DialogueAsync(HandoffDb db, LeadList list, CancellationToken cancellationToken) =>
        db.Dialogues.SingleOrDefaultAsync(
            d => d.Seq == list.Dialogue && d.State != DialogueState.Over,
            cancellationToken
        );
}
