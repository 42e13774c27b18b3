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

/// <summary>The admin names a new source.</summary>
internal sealed class NewSourceDialogue(HandoffDb db, Callers callers, Replies replies, TimeProvider clock) : IDialogue
{
    public const string Kind = "source";
    public const string NameStep = "Name";

    private const int MaxName = 64;

    /// <summary>Nothing has to be remembered between the steps.</summary>
    internal sealed record Draft;

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var id = new TeamId((int)dialogue.About);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var words = team.Words();
        return ChatMessage
            .Of(Line.Bold(words["Intake.SourceName"]), words["Intake.SourceNameHint"])
            .With([DialogueButton.Of(words["Intake.ChoiceCancel"], dialogue, 0)]);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)dialogue.About);
        var caller = await callers.FindAsync(text, team, cancellationToken);
        if (caller?.Member.Roles.HasFlag(Roles.Admin) != true)
        {
            return new DialogueTurn.Over("Intake.SourceForAdmin");
        }

        var name = OutsideText.Line(text.Text, MaxName);
        if (name.Length == 0)
        {
            return new DialogueTurn.Refuse("Intake.NewNoText");
        }

        if (await db.Sources.AnyAsync(s => s.Team == team && s.Name == name, cancellationToken))
        {
            return new DialogueTurn.Refuse("Intake.SourceNameTaken", name);
        }

        var isFirst = !await db.Sources.AnyAsync(
            s => s.Team == team && (s.KeyHash != null || s.FormKey != null),
            cancellationToken
        );
        var source = new Source
        {
            Team = team,
            Name = name,
            FormKey = SourceKeys.MintFormKey(),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellationToken);
        replies.Answer(text, nameof(ShowSource), new ShowSource.Arguments(source.Id));
        if (isFirst)
        {
            replies.Answer(text, Deliveries.ShowRemaining, new Deliveries.OfNewTeam(team.Value));
        }

        return new DialogueTurn.Over();
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Task.FromResult<DialogueTurn>(new DialogueTurn.Over("Intake.SourceCancelled"));
}
