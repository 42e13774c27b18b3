using HandoffBot.Chat;
using HandoffBot.Dialogues;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>A text in private that belongs to nothing may be a lead, or a search: both are offered.</summary>
internal sealed class OfferNewLead(Callers callers, DialogueEngine engine) : IListener<TextWritten>
{
    public async Task<bool> HearAsync(TextWritten update, CancellationToken cancellationToken)
    {
        if (!update.Place.IsPrivate || update.Edited || string.IsNullOrWhiteSpace(update.Text))
        {
            return false;
        }

        if (await callers.FindAsync(update, cancellationToken) is not { } caller)
        {
            return false;
        }

        await engine.StartAsync(
            update,
            NewLeadDialogue.Kind,
            NewLeadStep.Offer,
            new NewLeadDraft { Text = update.Text },
            cancellationToken,
            about: caller.Team.Id.Value
        );
        return true;
    }
}
