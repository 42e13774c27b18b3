using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>One of a team's settings is to be changed.</summary>
internal sealed class SettingsButton(Setters setters, DialogueEngine dialogues, BusySettings busy, Replies replies)
    : IButton
{
    public const string Verb = "set";

    public static Button Of(TeamSetting what, SalesTeam team) =>
        Button.Of(team.Words()[$"Team.Set{what}"] + "…", Verb, team.Id.Value, (long)what);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)pressed.Press!.About);
        if (await setters.FindAsync(pressed, team, cancellationToken) is not { } caller)
        {
            return new PressAnswer((await setters.WordsForAsync(pressed, cancellationToken))["Common.NotInTeam"]);
        }

        var what = (TeamSetting)pressed.Press.Choice;
        if (!caller.Member.IsManager || !pressed.Place.IsPrivate || !Enum.IsDefined(what))
        {
            return new PressAnswer(caller.Words["Team.ManagerOnly"]);
        }

        if (what is TeamSetting.Webhook)
        {
            replies.Answer(pressed, nameof(ShowWebhook), new ShowWebhook.Arguments(team.Value));
        }
        else if (await busy.RefusedAsync(caller, pressed, cancellationToken))
        {
            return PressAnswer.Nothing;
        }
        else if (what is TeamSetting.Locale)
        {
            var draft = LocaleDraft.Of(caller.Team.Locale);
            draft.Team = team.Value;
            await dialogues.StartAsync(
                pressed,
                LocaleDialogue.Kind,
                LocaleDialogue.Offer,
                draft,
                cancellationToken,
                about: team.Value
            );
        }
        else
        {
            await dialogues.StartAsync(
                pressed,
                TeamSettingDialogue.Kind,
                what.ToString(),
                new TeamSettingDialogue.Draft { Team = team.Value },
                cancellationToken,
                about: team.Value
            );
        }

        return PressAnswer.Nothing;
    }
}
