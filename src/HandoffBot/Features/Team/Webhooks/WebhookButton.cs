using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>A manager looks at the team's webhook, or does something with it. The secret is the admin's.</summary>
internal sealed class WebhookButton(
    Setters setters,
    WebhookDesk desk,
    DialogueEngine dialogues,
    BusySettings busy,
    Replies replies
) : IButton
{
    public const string Verb = "hook";

    /// <summary>The numbers stand in buttons that were sent.</summary>
    internal enum Choice
    {
        Show = 0,
        Address = 1,
        Test = 2,
        Secret = 3,
        Failed = 4,
        SendAgain = 5,
        TurnOff = 6,
        TurnOn = 7,
    }

    public static Button Of(string label, Choice choice, TeamId team) =>
        Button.Of(label, Verb, team.Value, (long)choice);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)pressed.Press!.About);
        if (await setters.FindAsync(pressed, team, cancellationToken) is not { } caller)
        {
            return new PressAnswer((await setters.WordsForAsync(pressed, cancellationToken))["Common.NotInTeam"]);
        }

        if (!caller.Member.IsManager || !pressed.Place.IsPrivate)
        {
            return new PressAnswer(caller.Words["Team.ManagerOnly"]);
        }

        var choice = (Choice)pressed.Press.Choice;
        if (choice is Choice.Address)
        {
            return await AskAddressAsync(caller, pressed, cancellationToken);
        }

        var webhook = await desk.FindAsync(team, cancellationToken);
        if (webhook is null || choice is Choice.Show)
        {
            desk.Show(caller, pressed);
            return PressAnswer.Nothing;
        }

        return await DoAsync(caller, pressed, webhook, choice, cancellationToken);
    }

    private async Task<PressAnswer> DoAsync(
        Caller caller,
        ButtonPressed pressed,
        Webhook webhook,
        Choice choice,
        CancellationToken cancellationToken
    )
    {
        switch (choice)
        {
            case Choice.Test:
                desk.Test(caller, webhook);
                return new PressAnswer(caller.Words["Team.WebhookTesting"]);
            case Choice.Secret when !WebhookDesk.IsAdmin(caller):
                return new PressAnswer(caller.Words["Team.WebhookSecretForAdmin"]);
            case Choice.Secret when desk.OldSecretUntil(caller, webhook) is { } until:
                return new PressAnswer(caller.Words.Say("Team.WebhookSecretWait", until), true);
            case Choice.Secret:
                desk.ShowSecret(caller, pressed, webhook);
                break;
            case Choice.Failed:
                var arguments = new ShowWebhookFailures.Arguments(caller.Team.Id.Value);
                replies.Answer(pressed, nameof(ShowWebhookFailures), arguments);
                break;
            case Choice.SendAgain when !webhook.IsOn:
                return new PressAnswer(caller.Words["Team.WebhookAgainOff"]);
            case Choice.SendAgain:
                var count = await desk.SendAgainAsync(webhook, cancellationToken);
                return new PressAnswer(caller.Words.Say("Team.WebhookAgain", count));
            case Choice.TurnOff or Choice.TurnOn:
                await desk.TurnAsync(caller, pressed, webhook, choice is Choice.TurnOn, cancellationToken);
                break;
            default:
                return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        return PressAnswer.Nothing;
    }

    private async Task<PressAnswer> AskAddressAsync(
        Caller caller,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (await busy.RefusedAsync(caller, pressed, cancellationToken))
        {
            return PressAnswer.Nothing;
        }

        await dialogues.StartAsync(
            pressed,
            WebhookDialogue.Kind,
            WebhookDialogue.AddressStep,
            new WebhookDialogue.Draft(),
            cancellationToken,
            about: caller.Team.Id.Value
        );
        return PressAnswer.Nothing;
    }
}
