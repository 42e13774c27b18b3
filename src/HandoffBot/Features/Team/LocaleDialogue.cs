using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>Settles a team's zone, language, country and currency: one proposal, changed step by step if it does not fit.</summary>
internal sealed class LocaleDialogue(LocaleQuestions questions, SettleLocale settling) : IDialogue
{
    public const string Kind = "locale";
    public const string Offer = "offer";
    public const string Language = "language";
    public const string Zone = "zone";
    public const string Country = "country";
    public const string Currency = "currency";

    public const int Right = 1;
    public const int Change = 2;
    public const int NotNeeded = 3;

    /// <summary>Out of any question but the proposal, which has its own way out; choices of the others are places in a list.</summary>
    public const int Leave = -1;

    public Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        questions.AskAsync(dialogue, cancellationToken);

    public Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var draft = dialogue.Read<LocaleDraft>();
        var meant = dialogue.Step switch
        {
            Zone => LocaleChoices.Zones(draft.Language).Meant(text.Text) ?? TypedZone(text.Text),
            Country => LocaleChoices.Countries(draft.Language).Meant(text.Text) ?? TypedCountry(text.Text),
            Currency => LocaleChoices.Currencies(draft.Language).Meant(text.Text)
                ?? Domain.Team.Currency.ByCode(text.Text)?.Code,
            _ => null,
        };
        DialogueTurn turn = meant is null
            ? new DialogueTurn.Refuse(dialogue.Step is Zone ? "Team.AskZoneHow" : "Team.PressOrType")
            : Next(dialogue, draft, meant);
        return Task.FromResult(turn);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var draft = dialogue.Read<LocaleDraft>();
        if (dialogue.Step != Offer && choice == Leave)
        {
            return new DialogueTurn.Over("Team.NothingChanged");
        }

        if (dialogue.Step != Offer)
        {
            return Chosen(dialogue.Step, draft.Language, choice) is { } code
                ? Next(dialogue, draft, code)
                : new DialogueTurn.Refuse("Team.PressOrType");
        }

        if (choice == Change)
        {
            return At(dialogue, draft, Language);
        }

        return choice == Right
            ? await settling.ConfirmAsync(pressed, draft, cancellationToken)
            : new DialogueTurn.Over("Team.NothingChanged");
    }

    private static string? Chosen(string step, Language language, long choice)
    {
        IReadOnlyList<string> codes = step switch
        {
            Language => [.. Enum.GetNames<Language>()],
            Zone => [.. LocaleChoices.Zones(language).Select(c => c.Code)],
            Country => [.. LocaleChoices.Countries(language).Select(c => c.Code)],
            _ => [.. LocaleChoices.Currencies(language).Select(c => c.Code)],
        };
        return choice >= 0 && choice < codes.Count ? codes[(int)choice] : null;
    }

    private static DialogueTurn.Ask Next(Dialogue dialogue, LocaleDraft draft, string code)
    {
        switch (dialogue.Step)
        {
            case Language:
                draft.Language = Enum.Parse<Language>(code);
                return At(dialogue, draft, Zone);
            case Zone:
                draft.Zone = code;
                return At(dialogue, draft, Country);
            case Country:
                draft.Country = code;
                return At(dialogue, draft, Currency);
            default:
                draft.Currency = code;
                return At(dialogue, draft, Offer);
        }
    }

    private static DialogueTurn.Ask At(Dialogue dialogue, LocaleDraft draft, string step)
    {
        dialogue.Step = step;
        dialogue.Write(draft);
        return new DialogueTurn.Ask();
    }

    private static string? TypedZone(string text) =>
        LocaleRules.IsZone(text.Trim()) ? text.Trim() : ZoneCities.ZoneOf(text);

    private static string? TypedCountry(string text) =>
        LocaleRules.IsCountry(text.Trim().ToUpperInvariant()) ? text.Trim().ToUpperInvariant() : null;
}
