using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Dialogues;

/// <summary>Leads people through steps: one active dialogue per chat and person, the interrupted ones wait their turn.</summary>
internal sealed class DialogueEngine(
    HandoffDb db,
    DialogueBook book,
    Replies replies,
    IServiceProvider services,
    TimeProvider clock
) : IListener<TextWritten>
{
    /// <summary>Starts a dialogue and asks its first question; one that is active is suspended.</summary>
    /// <param name="update">What caused it; says who is asked and, unless <paramref name="at"/> is given, where.</param>
    public async Task StartAsync<T>(
        Incoming update,
        string kind,
        string step,
        T arguments,
        CancellationToken cancellationToken,
        long about = 0,
        ChatAddress? at = null
    )
    {
        var place = at ?? update.Place.Address;
        var person = new PersonId(update.From!.Id);
        foreach (var active in await book.ActiveOf(place, person).ToListAsync(cancellationToken))
        {
            active.State = active.Kind == kind && active.About == about ? DialogueState.Over : DialogueState.Suspended;
            if (active.State is DialogueState.Over)
            {
                Settle(update, active, active.PromptMessageId);
            }
        }

        // The unique index on the active one must see the other suspended first.
        await db.SaveChangesAsync(cancellationToken);
        var dialogue = new Dialogue
        {
            ChatId = place.ChatId,
            ThreadId = place.ThreadId,
            Person = person,
            Kind = kind,
            Step = step,
            About = about,
            ExpiresAt = clock.GetUtcNow() + Dialogue.Lifetime,
        };
        dialogue.Write(arguments);
        db.Dialogues.Add(dialogue);
        await db.SaveChangesAsync(cancellationToken);
        Ask(update, dialogue);
    }

    public async Task<bool> HearAsync(TextWritten update, CancellationToken cancellationToken)
    {
        if (
            update.From is null
            || update.Edited
            || await book.MeantAsync(update, cancellationToken) is not { } dialogue
        )
        {
            return false;
        }

        var turn = await Of(dialogue).HearAsync(dialogue, update, cancellationToken);
        await FollowAsync(update, dialogue, turn, cancellationToken);
        return true;
    }

    /// <summary>Goes on after an answer by text or button.</summary>
    public async Task FollowAsync(
        Incoming update,
        Dialogue dialogue,
        DialogueTurn turn,
        CancellationToken cancellationToken
    )
    {
        if (turn is not DialogueTurn.Over)
        {
            dialogue.ExpiresAt = clock.GetUtcNow() + Dialogue.Lifetime;
        }

        switch (turn)
        {
            case DialogueTurn.Refuse refuse when update.Place.IsPrivate:
                await replies.SayAsync(update, refuse.Key, cancellationToken, refuse.Values);
                break;
            case DialogueTurn.Refuse refuse:
                Ask(update, dialogue, refuse);
                break;
            case DialogueTurn.Over over:
                Settle(update, dialogue, Answered(update, dialogue));
                await FinishAsync(dialogue, new DialogueEnd(over.Key ?? over.Became, over.Values), cancellationToken);
                if (over.Key is not null)
                {
                    await replies.SayAsync(update, over.Key, cancellationToken, over.Values);
                }

                break;
            default:
                Settle(update, dialogue, Answered(update, dialogue), goesOn: true);
                Ask(update, dialogue);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public IDialogue Of(Dialogue dialogue) => services.GetRequiredKeyedService<IDialogue>(dialogue.Kind);

    /// <summary>What a dialogue waited for without anybody's answer is there: asks the question of the step it is at now.</summary>
    public void GoOn(Dialogue dialogue, string origin)
    {
        dialogue.PromptMessageId = null;
        dialogue.ExpiresAt = clock.GetUtcNow() + Dialogue.Lifetime;
        var question = new AskStep.Arguments(dialogue.Seq, dialogue.Step);
        var intent = new Intent(nameof(AskStep), dialogue.Place, origin, OutboxPriority.Answer, question);
        db.Say(intent, clock.GetUtcNow());
    }

    /// <summary>Ends by what somebody else did: the question loses its buttons.</summary>
    public Task EndAsync(Incoming update, Dialogue dialogue, DialogueEnd end, CancellationToken cancellationToken)
    {
        Settle(update, dialogue, dialogue.PromptMessageId);
        return FinishAsync(dialogue, end, cancellationToken);
    }

    /// <summary>Ends without anybody's answer.</summary>
    public Task EndAsync(Dialogue dialogue, DialogueEnd end, CancellationToken cancellationToken) =>
        FinishAsync(dialogue, end, cancellationToken);

    /// <summary>Ends the person's active dialogue here; false if there is none.</summary>
    public async Task<bool> CancelAsync(Incoming update, CancellationToken cancellationToken)
    {
        var person = new PersonId(update.From!.Id);
        if (await book.ActiveOf(update.Place.Address, person).FirstOrDefaultAsync(cancellationToken) is not { } active)
        {
            return false;
        }

        Settle(update, active, active.PromptMessageId);
        await FinishAsync(active, new DialogueEnd(), cancellationToken);
        return true;
    }

    /// <param name="refused">In a group only a reply to the newest question is heard, so a refusal asks again.</param>
    private void Ask(Incoming update, Dialogue dialogue, DialogueTurn.Refuse? refused = null)
    {
        dialogue.PromptMessageId = null;
        replies.Answer(
            update,
            nameof(AskStep),
            new AskStep.Arguments(dialogue.Seq, dialogue.Step, refused?.Key, refused?.Values),
            new ChatAddress(dialogue.ChatId, dialogue.ThreadId)
        );
    }

    /// <summary>The question this answers: the one under whose button it was pressed, else the last one.</summary>
    private static int? Answered(Incoming update, Dialogue dialogue) =>
        update is ButtonPressed pressed ? pressed.MessageId : dialogue.PromptMessageId;

    private void Settle(Incoming update, Dialogue dialogue, int? question, bool goesOn = false) =>
        replies.Settle(update, dialogue.Place, new SettleQuestion.Arguments(question, dialogue.Seq, goesOn));

    private async Task FinishAsync(Dialogue dialogue, DialogueEnd end, CancellationToken cancellationToken)
    {
        var wasActive = dialogue.State is DialogueState.Active;
        dialogue.Close(end);
        await db.SaveChangesAsync(cancellationToken);
        if (!wasActive)
        {
            return;
        }

        var suspended = await book.LatestSuspendedAsync(dialogue, cancellationToken);
        if (suspended is not null)
        {
            suspended.State = DialogueState.Active;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
