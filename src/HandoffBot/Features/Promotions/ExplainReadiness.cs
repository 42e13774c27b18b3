using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Promotions;

/// <summary>Asks in private what the question is, or what is missing, and passes the words on.</summary>
internal sealed class ExplainReadiness(HandoffDb db, Callers callers, PromotionNews news) : IDialogue
{
    public const string Kind = "readiness";
    public const string WordsStep = "words";

    private const long WithoutWords = 1;
    private const int LongestWords = 1000;

    internal sealed record Draft;

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var promotion = await db.Promotions.AsNoTracking().SingleAsync(p => p.Id == dialogue.About, cancellationToken);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == promotion.Team, cancellationToken);
        var given = await GivenAsync(promotion.Id, dialogue.Person, cancellationToken);
        var words = team.Words();
        var key = given?.Answer is ReadinessAnswer.NotReady ? "Promotions.AskMissing" : "Promotions.AskQuestion";
        var lines = words.Say(key, PromotionCard.Title(promotion.Text, words)).Split('\n');
        return ChatMessage
            .Of([Line.Bold(lines[0]), .. lines.Skip(1).Select(l => (Line)l)])
            .With([DialogueButton.Of(words["Promotions.WithoutWords"], dialogue, WithoutWords)]);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var said = OutsideText.Lines(text.Text, LongestWords);
        if (said.Length == 0)
        {
            return new DialogueTurn.Refuse("Promotions.WordsMissing");
        }

        var promotion = await db.Promotions.SingleAsync(p => p.Id == dialogue.About, cancellationToken);
        if (await callers.FindAsync(text, promotion.Team, cancellationToken) is not { } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        if (await GivenAsync(promotion.Id, caller.Id, cancellationToken) is not { } given || !given.NeedsWords)
        {
            return new DialogueTurn.Over("Promotions.AlreadyNoted", caller.Words["Promotions.AnswerReady"]);
        }

        given.Words = OutsideText.Lines(given.Words is null ? said : $"{given.Words}\n{said}", LongestWords);
        await news.TellAsync(promotion, "ReadinessExplained", caller.Id, given.Answer, cancellationToken);
        return new DialogueTurn.Over("Promotions.WordsPassed");
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Task.FromResult<DialogueTurn>(new DialogueTurn.Over("Promotions.WordsLater"));

    private Task<Readiness?> GivenAsync(long promotion, PersonId person, CancellationToken cancellationToken) =>
        db.Readiness.SingleOrDefaultAsync(r => r.PromotionId == promotion && r.Person == person, cancellationToken);
}
