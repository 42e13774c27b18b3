using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary>The admin has somebody forgotten whom they were shown. What changed since they were is shown again first.</summary>
internal sealed class ForgetButton(
    HandoffDb db,
    ForgettingDesk desk,
    AskedByAdmin admin,
    Callers callers,
    Replies replies
) : IButton
{
    public const string Verb = "forget";

    public static Button Of(string label, PersonLeads person, int commandId) =>
        Button.Of(label, Verb, person.Leads[0].Id.Value, person.Leads.Count, commandId);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var words = await callers.WordsForAsync(pressed, cancellationToken);
        if (!await admin.IsSoAsync(pressed, cancellationToken))
        {
            return new PressAnswer(words["Forgetting.AdminOnly"], Alert: true);
        }

        var (lead, shown, command) = (pressed.Press!.About, pressed.Press.Choice, (int)pressed.Press.Extra);
        if (await desk.FindAsync(new LeadId(lead), cancellationToken) is not { } person)
        {
            return new PressAnswer(words["Forgetting.Already"]);
        }

        if (person.Leads.Count != shown || await desk.IsOldAsync(pressed, cancellationToken))
        {
            replies.Answer(pressed, nameof(AskForget), new AskForget.Arguments(lead, command));
            return new PressAnswer(words["Forgetting.Changed"]);
        }

        var standing = await desk.CountAsync(person, cancellationToken);
        var by = new PersonId(pressed.From!.Id);
        if (await desk.ForgetAsync(person, by, cancellationToken) is ForgetOutcome.NotKept failed)
        {
            await replies.SayAsync(pressed, "Forgetting.NotKept", cancellationToken, failed.Words);
            return PressAnswer.Nothing;
        }

        db.Say(RemoveTyped.Of(lead, new MessageRef(pressed.Place.Address.ChatId, command)), desk.Now);
        replies.Answer(pressed, nameof(TellForgotten), new TellForgotten.Arguments(lead, person.Leads.Count, standing));
        return new PressAnswer(words["Forgetting.Done"]);
    }
}
