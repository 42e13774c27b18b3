using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>Somebody types <c>/new</c>, alone or with a text, in private.</summary>
internal sealed class StartNewLead(Callers callers, DialogueEngine engine, TeamCities cities, Replies replies)
    : ICommand
{
    public const string Name = "new";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
            return;
        }

        if (!command.Place.IsPrivate)
        {
            await replies.RefuseAsync(command, "Intake.NewInPrivate", cancellationToken);
            return;
        }

        var known = await cities.OfAsync(caller.Team.Id, cancellationToken);
        var (step, draft) = NewLeadReading.Begin(command.Argument, caller.Team.Locale.Country, known);
        await engine.StartAsync(
            command,
            NewLeadDialogue.Kind,
            step,
            draft,
            cancellationToken,
            about: caller.Team.Id.Value
        );
    }
}
