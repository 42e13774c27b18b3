using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>The admin says which sites may post a source's form, and where visitors go after it.</summary>
internal sealed class FormSettingsDialogue(HandoffDb db, Callers callers, Replies replies, KnownDoors doors) : IDialogue
{
    public const string Kind = "form";
    public const string SitesStep = "Sites";

    private const string ThanksStep = "Thanks";

    private enum Choice
    {
        Cancel = 0,
        Keep = 1,
        Reset = 2,
    }

    /// <summary>Each answer is saved at once, so nothing has to be remembered between the steps.</summary>
    internal sealed record Draft;

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == dialogue.About, cancellationToken);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == source.Team, cancellationToken);
        var (words, isSites) = (team.Words(), dialogue.Step == SitesStep);
        var now = isSites ? source.Origins : source.ThanksUrl ?? "";
        var step = isSites ? "Sites" : "After";
        return ChatMessage
            .Of(
                Line.Bold(words.Say($"Intake.Form{step}", OutsideText.Isolate(source.Name))),
                words[$"Intake.Form{step}Hint"],
                now.Length == 0 ? words[$"Intake.Form{step}None"] : words.Say("Intake.FormNow", now)
            )
            .With(
                [DialogueButton.Of(words[$"Intake.Form{step}Reset"], dialogue, (long)Choice.Reset)],
                [
                    DialogueButton.Of(words["Intake.FormKeep"], dialogue, (long)Choice.Keep),
                    DialogueButton.Of(words["Intake.ChoiceCancel"], dialogue, (long)Choice.Cancel),
                ]
            );
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await OfAdminAsync(dialogue, text, cancellationToken) is not { } source)
        {
            return new DialogueTurn.Over("Intake.SourceForAdmin");
        }

        if (dialogue.Step == SitesStep)
        {
            if (SiteAddress.Sites(text.Text) is not { } sites)
            {
                return new DialogueTurn.Refuse("Intake.FormSitesUnread");
            }

            source.Origins = sites;
        }
        else if (SiteAddress.Page(text.Text) is { } page)
        {
            source.ThanksUrl = page;
        }
        else
        {
            return new DialogueTurn.Refuse("Intake.FormAfterUnread");
        }

        return Next(dialogue, source, text);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (await OfAdminAsync(dialogue, pressed, cancellationToken) is not { } source)
        {
            return new DialogueTurn.Over("Intake.SourceForAdmin");
        }

        switch ((Choice)choice)
        {
            case Choice.Cancel:
                return Show(source, pressed);
            case Choice.Reset when dialogue.Step == SitesStep:
                source.Origins = "";
                break;
            case Choice.Reset:
                source.ThanksUrl = null;
                break;
        }

        return Next(dialogue, source, pressed);
    }

    private DialogueTurn Next(Dialogue dialogue, Source source, Incoming update)
    {
        db.OnceCommitted(() => doors.Forget(source));
        if (dialogue.Step != SitesStep)
        {
            return Show(source, update);
        }

        dialogue.Step = ThanksStep;
        dialogue.Write(new Draft());
        return new DialogueTurn.Ask();
    }

    private DialogueTurn.Over Show(Source source, Incoming update)
    {
        replies.Answer(update, nameof(ShowSource), new ShowSource.Arguments(source.Id));
        return new DialogueTurn.Over();
    }

    private async Task<Source?> OfAdminAsync(Dialogue dialogue, Incoming update, CancellationToken cancellationToken)
    {
        var source = await db.Sources.SingleAsync(s => s.Id == dialogue.About, cancellationToken);
        var caller = await callers.FindAsync(update, source.Team, cancellationToken);
        return caller?.Member.Roles.HasFlag(Roles.Admin) == true ? source : null;
    }
}
