using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Dialogues;

/// <summary>Asks the question a dialogue is at.</summary>
internal sealed class AskStep(HandoffDb db, IServiceProvider services) : IDelivery
{
    internal sealed record Arguments(long Dialogue, string Step);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var dialogue = await db
            .Dialogues.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Seq == given.Dialogue, cancellationToken);
        if (dialogue is null or { State: DialogueState.Over } || dialogue.Step != given.Step)
        {
            return Speech.Nothing("answered");
        }

        var asked = services.GetRequiredKeyedService<IDialogue>(dialogue.Kind);
        var question = await asked.AskAsync(dialogue, cancellationToken);
        return new Speech.Say(question, MessageRole.Prompt, dialogue.Seq);
    }

    public async Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb marks,
        CancellationToken cancellationToken
    )
    {
        var seq = row.Read<Arguments>().Dialogue;
        await marks
            .Dialogues.Where(d => d.Seq == seq)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.PromptMessageId, message.MessageId), cancellationToken);
    }
}
