using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>The admin looks at a source, makes one, or makes a key for it.</summary>
internal sealed class SourceButton(
    HandoffDb db,
    Callers callers,
    DialogueEngine engine,
    Replies replies,
    KnownDoors doors
) : IButton
{
    public const string Verb = "source";

    /// <summary>The numbers stand in buttons that were sent.</summary>
    internal enum Choice
    {
        Show = 0,
        NewKey = 1,
        NewSource = 2,
        Form = 3,
        NewSecret = 4,
        OnlySigned = 5,
        UnsignedToo = 6,
        Urgent = 7,
        Usual = 8,
        CanWait = 9,
    }

    public static Button Of(string label, Choice choice, long source = 0) =>
        Button.Of(label, Verb, source, (long)choice);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var press = pressed.Press!;
        var source = await db.Sources.FindAsync([press.About], cancellationToken);
        var caller = source is null
            ? await callers.FindAsync(pressed, cancellationToken)
            : await callers.FindAsync(pressed, source.Team, cancellationToken);
        if (caller?.Member.Roles.HasFlag(Roles.Admin) != true || !pressed.Place.IsPrivate)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Intake.SourceForAdmin"]);
        }

        switch ((Choice)press.Choice)
        {
            case Choice.Show when source is not null:
                replies.Answer(pressed, nameof(ShowSource), new ShowSource.Arguments(source.Id));
                break;
            case Choice.NewKey when source is not null:
                replies.Answer(pressed, nameof(ShowSourceKey), new ShowSourceKey.Arguments(source.Id));
                break;
            case Choice.NewSource:
                await engine.StartAsync(
                    pressed,
                    NewSourceDialogue.Kind,
                    NewSourceDialogue.NameStep,
                    new NewSourceDialogue.Draft(),
                    cancellationToken,
                    about: caller.Team.Id.Value
                );
                break;
            case Choice.Form when source is not null:
                await engine.StartAsync(
                    pressed,
                    FormSettingsDialogue.Kind,
                    FormSettingsDialogue.SitesStep,
                    new FormSettingsDialogue.Draft(),
                    cancellationToken,
                    about: source.Id
                );
                break;
            case Choice.NewSecret when source is not null:
                replies.Answer(pressed, nameof(ShowSigningSecret), new ShowSigningSecret.Arguments(source.Id));
                break;
            case Choice.OnlySigned or Choice.UnsignedToo when source is not null:
                source.Demand((Choice)press.Choice is Choice.OnlySigned);
                db.OnceCommitted(() => doors.Forget(source));
                replies.Answer(pressed, nameof(ShowSource), new ShowSource.Arguments(source.Id));
                break;
            case Choice.Urgent or Choice.Usual or Choice.CanWait when source is not null:
                source.Priority = (Choice)press.Choice switch
                {
                    Choice.Urgent => LeadPriority.High,
                    Choice.CanWait => LeadPriority.Low,
                    _ => LeadPriority.Normal,
                };
                db.OnceCommitted(() => doors.Forget(source));
                replies.Answer(pressed, nameof(ShowSource), new ShowSource.Arguments(source.Id));
                break;
            default:
                return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        return PressAnswer.Nothing;
    }
}
