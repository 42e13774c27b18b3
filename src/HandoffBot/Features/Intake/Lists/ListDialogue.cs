using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>A list is shown back to whoever sent it, who says whether it is to be taken in, and as which source.</summary>
internal sealed class ListDialogue(
    HandoffDb db,
    Callers callers,
    OpenList opening,
    ApproveList approval,
    ListQuestions questions
) : IDialogue
{
    public const string Kind = "list";

    private const int LongestSource = 60;

    public Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        questions.OfAsync(dialogue, dialogue.Read<ListDraft>(), cancellationToken);

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var list = await ListOfAsync(dialogue, cancellationToken);
        if (list is null || await CallerAsync(list, text, cancellationToken) is null)
        {
            return new DialogueTurn.Refuse("Intake.NewPress");
        }

        var name = OutsideText.Line(text.Text, LongestSource);
        if (dialogue.Step is not ListStep.Source || name.Length == 0)
        {
            return new DialogueTurn.Refuse(
                dialogue.Step is ListStep.Reading ? "Intake.ListStillRead" : "Intake.NewPress"
            );
        }

        list.SourceName = name;
        return Go(dialogue, ListStep.Check);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (dialogue.Step is ListStep.Team)
        {
            return choice == (long)ListChoice.Cancel
                ? new DialogueTurn.Over("Intake.ListCancelled")
                : await ForTeamAsync(dialogue, choice, pressed, cancellationToken);
        }

        var list = await ListOfAsync(dialogue, cancellationToken);
        if (list is null || await CallerAsync(list, pressed, cancellationToken) is not { } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        switch ((ListChoice)choice)
        {
            case ListChoice.Take or ListChoice.WithoutWrong:
                var withoutWrong = (ListChoice)choice is ListChoice.WithoutWrong;
                return await approval.HandleAsync(caller, list, withoutWrong, cancellationToken);
            case ListChoice.Cancel:
                approval.Cancel(list);
                return new DialogueTurn.Over("Intake.ListCancelled");
            case ListChoice.Source:
                return Go(dialogue, ListStep.Source);
            case >= ListChoice.OfSource:
                await RenameAsync(list, choice - (long)ListChoice.OfSource, cancellationToken);
                return Go(dialogue, ListStep.Check);
            default:
                return Go(dialogue, ListStep.Check);
        }
    }

    private async Task<DialogueTurn> ForTeamAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var team = new TeamId((int)(choice - (long)ListChoice.OfTeam));
        if (await callers.FindAsync(pressed, team, cancellationToken) is not { Member.IsMarketer: true } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        var draft = dialogue.Read<ListDraft>();
        var list = await opening.HandleAsync(caller.Id, team, draft, cancellationToken);
        list.Dialogue = dialogue.Seq;
        dialogue.Step = ListStep.Reading;
        dialogue.Write(draft with { List = list.Id });
        return new DialogueTurn.Ask();
    }

    private async Task RenameAsync(LeadList list, long source, CancellationToken cancellationToken)
    {
        var chosen = await db
            .Sources.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == source && s.Team == list.Team, cancellationToken);
        list.SourceName = chosen?.Name ?? list.SourceName;
    }

    private static DialogueTurn.Ask Go(Dialogue dialogue, string step)
    {
        dialogue.Step = step;
        dialogue.Write(dialogue.Read<ListDraft>());
        return new DialogueTurn.Ask();
    }

    private async Task<LeadList?> ListOfAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        await db.Lists.FindAsync([dialogue.Read<ListDraft>().List], cancellationToken);

    private async Task<Caller?> CallerAsync(LeadList list, Incoming update, CancellationToken cancellationToken) =>
        await callers.FindAsync(update, list.Team, cancellationToken) is { Member.IsMarketer: true } caller
            ? caller
            : null;
}
