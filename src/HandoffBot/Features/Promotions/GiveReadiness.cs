using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Promotions;

/// <summary>A member of the team answers whether all is ready for a promotion; the answer may be changed.</summary>
internal sealed class GiveReadiness(
    HandoffDb db,
    Callers callers,
    DialogueEngine engine,
    PromotionNews news,
    TimeProvider clock
) : IButton
{
    public const string Verb = "ready";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var promotion = await db.Promotions.FindAsync([pressed.Press!.About], cancellationToken);
        if (promotion is null || pressed.Press.Choice is < 0 or > (long)ReadinessAnswer.NotReady)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Promotions.Unknown"]);
        }

        if (await callers.FindAsync(pressed, promotion.Team, cancellationToken) is not { } caller)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"]);
        }

        var today = caller.Words.Day(clock.GetUtcNow());
        if (today > promotion.StartsOn)
        {
            return new PressAnswer(
                caller.Words.Say("Promotions.Started", PromotionCard.From(promotion.StartsOn, today, caller.Words))
            );
        }

        var answer = (ReadinessAnswer)pressed.Press.Choice;
        var isNews = await NoteAsync(promotion, caller, answer, cancellationToken);
        return await AnswerAsync(pressed, promotion, caller, (answer, isNews), cancellationToken);
    }

    /// <summary>False if that was the answer before.</summary>
    private async Task<bool> NoteAsync(
        Promotion promotion,
        Caller caller,
        ReadinessAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var given = await db.Readiness.FindAsync([promotion.Id, caller.Id], cancellationToken);
        if (given?.Answer == answer)
        {
            return false;
        }

        given ??= db.Readiness.Add(new Readiness { PromotionId = promotion.Id, Person = caller.Id }).Entity;
        (given.Answer, given.At, given.Words) = (answer, clock.GetUtcNow(), null);
        await news.TellAsync(promotion, "ReadinessGiven", caller.Id, answer, cancellationToken);
        return true;
    }

    private async Task<PressAnswer> AnswerAsync(
        ButtonPressed pressed,
        Promotion promotion,
        Caller caller,
        (ReadinessAnswer Given, bool IsNews) answer,
        CancellationToken cancellationToken
    )
    {
        var words = caller.Words;
        var name = words[$"Promotions.Answer{answer.Given}"];
        var noted = words.Say(answer.IsNews ? "Promotions.Noted" : "Promotions.AlreadyNoted", name);
        if (answer.Given is ReadinessAnswer.Ready)
        {
            return new PressAnswer(noted);
        }

        if (!caller.Person.IsReachable)
        {
            return new PressAnswer(words.Say("Promotions.NotedPressStart", noted));
        }

        await engine.StartAsync(
            pressed,
            ExplainReadiness.Kind,
            ExplainReadiness.WordsStep,
            new ExplainReadiness.Draft(),
            cancellationToken,
            promotion.Id,
            ChatAddress.Private(caller.Id.Value)
        );
        return new PressAnswer(words.Say("Promotions.NotedWrite", noted));
    }
}
