using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Promotions;

/// <summary>Text, date, a look at it, and then it is announced.</summary>
internal sealed class PromotionDialogue(
    HandoffDb db,
    Callers callers,
    PublishPromotion publish,
    OtherTeams others,
    TimeProvider clock
) : IDialogue
{
    public const string Kind = "promo";
    public const string TextStep = "text";

    private const string DateStep = "date";
    private const string PreviewStep = "preview";
    private const string FixStep = "fix";
    private const int LongestText = 1500;
    private const int LongestHeard = 8192;

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var draft = dialogue.Read<PromotionDraft>();
        var team = await TeamAsync(draft, cancellationToken);
        var words = team.Words();
        var today = words.Day(clock.GetUtcNow());
        var question = dialogue.Step switch
        {
            DateStep => PromotionQuestions.Date(dialogue, today, words),
            PreviewStep => PromotionQuestions.Preview(dialogue, draft, today, words),
            FixStep => PromotionQuestions.WhatToFix(dialogue, words),
            _ => PromotionQuestions.Text(dialogue, LongestText, words),
        };
        return await others.MarkAsync(question, dialogue.Place, team, cancellationToken);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var draft = dialogue.Read<PromotionDraft>();
        var words = await WordsAsync(draft, cancellationToken);
        return dialogue.Step switch
        {
            TextStep => TakeText(dialogue, draft, text.Text, words),
            DateStep => TakeDate(dialogue, draft, StartDates.Read(text.Text, words.Day(clock.GetUtcNow())), words),
            _ => new DialogueTurn.Refuse("Promotions.PressBelow"),
        };
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var draft = dialogue.Read<PromotionDraft>();
        switch (choice)
        {
            case PromotionQuestions.Cancel:
                return new DialogueTurn.Over("Promotions.Cancelled");
            case PromotionQuestions.Announce when dialogue.Step == PreviewStep:
                return await AnnounceAsync(draft, pressed, cancellationToken);
            case PromotionQuestions.Fix when dialogue.Step == PreviewStep:
                return GoTo(dialogue, FixStep, draft);
            case PromotionQuestions.FixText when dialogue.Step == FixStep:
                return GoTo(dialogue, TextStep, draft);
            case PromotionQuestions.FixDate when dialogue.Step == FixStep:
                return GoTo(dialogue, DateStep, draft);
            case PromotionQuestions.Back when dialogue.Step == FixStep:
                return GoTo(dialogue, PreviewStep, draft);
        }

        if (dialogue.Step != DateStep || choice < 0 || choice > DateOnly.MaxValue.DayNumber)
        {
            return new DialogueTurn.Refuse("Promotions.PressBelow");
        }

        var words = await WordsAsync(draft, cancellationToken);
        var day = DateOnly.FromDayNumber((int)choice);
        return TakeDate(dialogue, draft, StartDates.Judge(day, words.Day(clock.GetUtcNow())), words);
    }

    private static DialogueTurn TakeText(Dialogue dialogue, PromotionDraft draft, string said, Wording words)
    {
        var text = OutsideText.Lines(said, LongestHeard);
        if (text.Length == 0)
        {
            return new DialogueTurn.Refuse("Promotions.TextMissing");
        }

        return text.Length > LongestText
            ? new DialogueTurn.Refuse("Promotions.TextTooLong", words.Number(text.Length), words.Number(LongestText))
            : GoTo(dialogue, draft.StartsOn is null ? DateStep : PreviewStep, draft with { Text = text });
    }

    private DialogueTurn TakeDate(Dialogue dialogue, PromotionDraft draft, StartDateReading said, Wording words)
    {
        var today = words.Day(clock.GetUtcNow());
        return said switch
        {
            StartDateReading.Day day => GoTo(dialogue, PreviewStep, draft with { StartsOn = day.On }),
            StartDateReading.OutOfRange => new DialogueTurn.Refuse(
                "Promotions.DateOutOfRange",
                words.Date(today),
                words.Date(StartDates.Latest(today), today)
            ),
            _ => new DialogueTurn.Refuse("Promotions.DateUnread"),
        };
    }

    private static DialogueTurn.Ask GoTo(Dialogue dialogue, string step, PromotionDraft draft)
    {
        dialogue.Step = step;
        dialogue.Write(draft);
        return new DialogueTurn.Ask();
    }

    private async Task<DialogueTurn> AnnounceAsync(
        PromotionDraft draft,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var caller = await callers.FindAsync(pressed, new TeamId(draft.Team), cancellationToken);
        if (caller is not { Member.IsMarketer: true })
        {
            return new DialogueTurn.Over("Promotions.OnlyMarketers");
        }

        return await publish.HandleAsync(draft, caller, cancellationToken) switch
        {
            PublishOutcome.Published => new DialogueTurn.Over { Became = "Promotions.IsAnnounced" },
            PublishOutcome.AlreadyPast => new DialogueTurn.Refuse("Promotions.DatePassed"),
            _ => new DialogueTurn.Refuse("Promotions.NoSalesChat"),
        };
    }

    private async Task<Wording> WordsAsync(PromotionDraft draft, CancellationToken cancellationToken) =>
        (await TeamAsync(draft, cancellationToken)).Words();

    private Task<SalesTeam> TeamAsync(PromotionDraft draft, CancellationToken cancellationToken) =>
        db.Teams.AsNoTracking().SingleAsync(t => t.Id == new TeamId(draft.Team), cancellationToken);
}
