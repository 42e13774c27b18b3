using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>What the locale dialogue asks, in the language chosen so far.</summary>
internal sealed class LocaleQuestions(HandoffDb db, TimeProvider clock)
{
    private const int InARow = 3;

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var draft = dialogue.Read<LocaleDraft>();
        var words = new Wording(draft.Language, TimeZoneInfo.Utc, Currency.Euro);
        return dialogue.Step switch
        {
            LocaleDialogue.Language => Of("Team.AskLanguage", Names(words["Team.Languages"])),
            LocaleDialogue.Zone => Of("Team.AskZone", Names(LocaleChoices.Zones(draft.Language))),
            LocaleDialogue.Country => Of("Team.AskCountry", Names(LocaleChoices.Countries(draft.Language))),
            LocaleDialogue.Currency => Of("Team.AskCurrency", Names(LocaleChoices.Currencies(draft.Language))),
            _ => await ProposeAsync(dialogue, draft, words, cancellationToken),
        };

        ChatMessage Of(string question, IReadOnlyList<string> names)
        {
            var buttons = names.Select((name, number) => DialogueButton.Of(name, dialogue, number));
            var leave = words[draft.Team == 0 ? "Team.NotNeeded" : "Team.Leave"];
            return ChatMessage.Of(Line.Bold(words[question])) with
            {
                Keyboard = [.. buttons.Chunk(InARow), [DialogueButton.Of(leave, dialogue, LocaleDialogue.Leave)]],
            };
        }
    }

    private async Task<ChatMessage> ProposeAsync(
        Dialogue dialogue,
        LocaleDraft draft,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var team = await db.Teams.FindAsync([new TeamId(draft.Team)], cancellationToken);
        var chat = await db.Chats.FindAsync([draft.Chat, draft.Thread], cancellationToken);
        var title = team is null ? words.Say("Team.IsItNew", chat?.Title) : words.Say("Team.SettingsOf", team.Name);
        return ChatMessage
            .Of(Line.Bold(title), team is null ? Proposal(draft.Locale, words) : Settled(draft.Locale, team, words))
            .With(
                [DialogueButton.Of(words["Team.Right"], dialogue, LocaleDialogue.Right)],
                [
                    DialogueButton.Of(words["Team.Change"], dialogue, LocaleDialogue.Change),
                    DialogueButton.Of(
                        words[team is null ? "Team.NotNeeded" : "Team.Leave"],
                        dialogue,
                        LocaleDialogue.NotNeeded
                    ),
                ]
            );
    }

    private string Proposal(Locale locale, Wording words) =>
        words.Say(
            "Team.Proposal",
            LocaleChoices.ZoneName(locale, clock.GetUtcNow()),
            LocaleChoices.Countries(locale.Language).NameOf(locale.Country),
            words.Duration(Domain.Reminders.Ladder.Default.Sla),
            LocaleChoices.Currencies(locale.Language).NameOf(locale.Currency)
        );

    private string Settled(Locale locale, SalesTeam team, Wording words) =>
        words.Say(
            locale == team.Locale ? "Team.LocaleNow" : "Team.LocaleThen",
            TeamSettingText.Of(locale, words, clock.GetUtcNow())
        );

    private static List<string> Names(IReadOnlyList<LocaleChoices.Choice> choices) => [.. choices.Select(c => c.Name)];

    private static List<string> Names(string listed) => [.. listed.Split('|')];
}
