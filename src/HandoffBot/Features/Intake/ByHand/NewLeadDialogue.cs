using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>Somebody of the team dictates a lead: step by step, or from one pasted text. It counts once it was shown back.</summary>
internal sealed class NewLeadDialogue(
    Callers callers,
    NewLeadQuestions questions,
    SaveLead save,
    TeamCities cities,
    IServiceProvider services
) : IDialogue
{
    public const string Kind = "new";

    /// <summary>What <c>/find</c> does; a text that lies there can be given to it.</summary>
    private ICommand? Search => services.GetKeyedService<ICommand>("find");

    public Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        questions.AskAsync(dialogue, Search is not null, cancellationToken);

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await CallerAsync(dialogue, text, cancellationToken) is not { } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        var draft = dialogue.Read<NewLeadDraft>();
        if (dialogue.Step is NewLeadStep.Offer)
        {
            return Go(dialogue, NewLeadStep.Offer, draft with { Text = text.Text });
        }

        var known = await cities.OfAsync(caller.Team.Id, cancellationToken);
        var answered = NewLeadReading.Answer(dialogue.Step, draft, text.Text, caller.Team.Locale.Country, known);
        return answered is { } next ? Go(dialogue, next.Step, next.Draft) : NotUnderstood(dialogue);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (await CallerAsync(dialogue, pressed, cancellationToken) is not { } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        var draft = dialogue.Read<NewLeadDraft>();
        switch ((NewLeadChoice)choice)
        {
            case NewLeadChoice.Save when draft.HasContact:
                return await save.HandleAsync(caller, dialogue, draft, cancellationToken);
            case NewLeadChoice.Cancel:
                return new DialogueTurn.Over("Intake.NewCancelled");
            case NewLeadChoice.Take:
                return await TakeAsync(dialogue, draft.Text ?? "", caller.Team, cancellationToken);
            case NewLeadChoice.Find when Search is { } search:
                await search.GiveAsync(Asked(pressed, draft.Text ?? ""), cancellationToken);
                return new DialogueTurn.Over();
            case NewLeadChoice.Skip:
                return Go(dialogue, NewLeadStep.After(dialogue.Step, draft), draft with { IsFixing = false });
            default:
                return Fix(dialogue, (NewLeadChoice)choice, draft);
        }
    }

    private async Task<DialogueTurn> TakeAsync(
        Dialogue dialogue,
        string text,
        SalesTeam team,
        CancellationToken cancellationToken
    )
    {
        var known = await cities.OfAsync(team.Id, cancellationToken);
        var (step, read) = NewLeadReading.Begin(text, team.Locale.Country, known);
        return Go(dialogue, step, read);
    }

    private static CommandGiven Asked(ButtonPressed pressed, string text) =>
        new("find", text, pressed.MessageId, null)
        {
            Key = pressed.Key,
            Place = pressed.Place,
            From = pressed.From,
        };

    private static DialogueTurn.Ask Fix(Dialogue dialogue, NewLeadChoice choice, NewLeadDraft draft)
    {
        var step = choice switch
        {
            NewLeadChoice.Fix => NewLeadStep.Fix,
            NewLeadChoice.FixName => NewLeadStep.Name,
            NewLeadChoice.FixContact => NewLeadStep.Contact,
            NewLeadChoice.FixWanted => NewLeadStep.Wanted,
            NewLeadChoice.FixCity => NewLeadStep.City,
            _ => NewLeadStep.Check,
        };
        return Go(dialogue, step, draft with { IsFixing = step is not (NewLeadStep.Fix or NewLeadStep.Check) });
    }

    private static DialogueTurn.Ask Go(Dialogue dialogue, string step, NewLeadDraft draft)
    {
        dialogue.Step = step;
        dialogue.Write(draft);
        return new DialogueTurn.Ask();
    }

    private static DialogueTurn.Refuse NotUnderstood(Dialogue dialogue) =>
        new(
            dialogue.Step switch
            {
                NewLeadStep.Contact => "Intake.NewNoContact",
                NewLeadStep.Check or NewLeadStep.Fix => "Intake.NewPress",
                _ => "Intake.NewNoText",
            }
        );

    private Task<Caller?> CallerAsync(Dialogue dialogue, Incoming update, CancellationToken cancellationToken) =>
        callers.FindAsync(update, new TeamId((int)dialogue.About), cancellationToken);
}
