using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Dialogues;

/// <summary>Asks the question a dialogue is at.</summary>
internal sealed class AskStep(HandoffDb db, IServiceProvider services) : IDelivery
{
    /// <param name="Refused">Why the last answer did not serve: a text of the resource files, said before the question.</param>
    internal sealed record Arguments(
        long Dialogue,
        string Step,
        string? Refused = null,
        IReadOnlyList<string>? Values = null
    );

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
        if (given.Refused is { } why && await WordsAsync(row, cancellationToken) is { } words)
        {
            question = question with { Lines = [words.Say(why, [.. given.Values ?? []]), .. question.Lines] };
        }

        return new Speech.Say(question, MessageRole.Prompt, dialogue.Seq);
    }

    private async Task<Wording?> WordsAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var team = await db
            .Chats.AsNoTracking()
            .Where(c => c.ChatId == row.ChatId && c.ThreadId == row.ThreadId)
            .Join(db.Teams, c => c.Team, t => t.Id, (_, t) => t)
            .FirstOrDefaultAsync(cancellationToken);
        return team?.Words();
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
