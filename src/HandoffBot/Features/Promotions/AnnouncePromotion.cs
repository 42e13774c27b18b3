using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Promotions;

/// <summary>A marketer or manager wants to announce something to sales: led step by step, in private.</summary>
internal sealed class AnnouncePromotion(Callers callers, DialogueEngine engine, Replies replies) : ICommand
{
    public const string Name = "promo";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
            return;
        }

        if (!caller.Member.IsMarketer)
        {
            await replies.RefuseAsync(command, "Promotions.OnlyMarketers", cancellationToken);
            return;
        }

        if (!command.Place.IsPrivate)
        {
            var key = caller.Person.IsReachable ? "Promotions.InPrivate" : "Promotions.StartFirst";
            await replies.SayAsync(command, key, cancellationToken);
            if (!caller.Person.IsReachable)
            {
                return;
            }
        }

        await engine.StartAsync(
            command,
            PromotionDialogue.Kind,
            PromotionDialogue.TextStep,
            new PromotionDraft { Team = caller.Team.Id.Value },
            cancellationToken,
            at: ChatAddress.Private(caller.Id.Value)
        );
    }
}
