using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>The admin of a new team takes all that was proposed for it, by one press. What was changed meanwhile stays: such a message is pressed a year later too.</summary>
internal sealed class ProposalButton(Setters setters, Replies replies) : IButton
{
    public const string Verb = "propose";

    /// <summary>What is proposed to a new team beside its place in the world.</summary>
    public static IReadOnlyList<TeamSetting> Settings { get; } =
    [TeamSetting.Hours, TeamSetting.Holidays, TeamSetting.Ladder, TeamSetting.Handing, TeamSetting.Masking];

    /// <summary>One press for all, and one for each.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> Of(SalesTeam team) =>
        [
            [Button.Of(team.Words()["Team.Proposed"], Verb, team.Id.Value)],
            .. Settings.Select(s => SettingsButton.Of(s, team)).Chunk(2),
        ];

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

        replies.Settle(pressed, pressed.Place.Address, new SettleQuestion.Arguments(pressed.MessageId));
        return new PressAnswer(caller.Words["Team.ProposedSet"]);
    }
}
