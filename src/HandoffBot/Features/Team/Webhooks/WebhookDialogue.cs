using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>A manager types where the team's events go.</summary>
internal sealed class WebhookDialogue(HandoffDb db, Setters setters, WebhookDesk desk, IOptions<WebhookOptions> options)
    : IDialogue
{
    public const string Kind = "webhook";
    public const string AddressStep = "Address";

    /// <summary>Nothing has to be remembered between the steps.</summary>
    internal sealed record Draft;

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var id = TeamOf(dialogue);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var webhook = await desk.FindAsync(id, cancellationToken);
        var words = team.Words();
        return ChatMessage
            .Of(
                Line.Bold(words["Team.WebhookAsk"]),
                webhook is null ? null : (Line)words.Say("Team.SetNow", webhook.Address),
                words["Team.WebhookAskHow"]
            )
            .With([DialogueButton.Of(words["Team.WebhookDoCancel"], dialogue, 0)]);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var caller = await setters.FindAsync(text, TeamOf(dialogue), cancellationToken);
        if (caller is not { Member.IsManager: true })
        {
            return new DialogueTurn.Over("Team.ManagerOnly");
        }

        var (address, problem) = WebhookAddress.Read(text.Text, options.Value.Rules);
        if (address is null)
        {
            return new DialogueTurn.Refuse($"Team.WebhookAddress{problem}");
        }

        await desk.MoveAsync(caller, text, address, cancellationToken);
        return new DialogueTurn.Over();
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Task.FromResult<DialogueTurn>(new DialogueTurn.Over("Team.WebhookKept"));

    private static TeamId TeamOf(Dialogue dialogue) => new((int)dialogue.About);
}
