using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>What is said and asked about a list that was handed over.</summary>
internal sealed class ListQuestions(HandoffDb db, ListSample sample)
{
    private const int SourcesShown = 8;

    public async Task<ChatMessage> OfAsync(Dialogue dialogue, ListDraft draft, CancellationToken cancellationToken)
    {
        if (dialogue.Step is ListStep.Team)
        {
            return await TeamsAsync(dialogue, draft, cancellationToken);
        }

        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == draft.List, cancellationToken);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == list.Team, cancellationToken);
        return dialogue.Step switch
        {
            ListStep.Reading => ChatMessage.Of(team.Words().Say("Intake.ListReading", NameOf(list.FileName))) with
            {
                Silent = true,
            },
            ListStep.Source => await SourcesAsync(dialogue, list, team, cancellationToken),
            _ => ListPreview.Of(team, dialogue, list, sample.Of(list, team)),
        };
    }

    public static string NameOf(string text) => OutsideText.Isolate(text);

    private async Task<ChatMessage> TeamsAsync(Dialogue dialogue, ListDraft draft, CancellationToken cancellationToken)
    {
        var mine = db.Members.Where(m => m.Person == dialogue.Person && m.LeftAt == null);
        var teams = await db
            .Teams.AsNoTracking()
            .Where(t =>
                mine.Any(m =>
                    m.Team == t.Id && (m.Roles & (Roles.Marketer | Roles.Manager | Roles.Admin)) != Roles.None
                )
            )
            .OrderBy(t => t.Id)
            .ToListAsync(cancellationToken);
        var words = teams[0].Words();
        var rows = teams.Select(t =>
            (IReadOnlyList<Button>)[DialogueButton.Of(t.Name, dialogue, (long)ListChoice.OfTeam + t.Id.Value)]
        );
        return ChatMessage
            .Of(Line.Bold(words.Say("Intake.ListWhose", NameOf(draft.FileName))))
            .With([.. rows, [Choice(words, dialogue, ListChoice.Cancel)]]);
    }

    private async Task<ChatMessage> SourcesAsync(
        Dialogue dialogue,
        LeadList list,
        SalesTeam team,
        CancellationToken cancellationToken
    )
    {
        var words = team.Words();
        var sources = await db
            .Sources.AsNoTracking()
            .Where(s => s.Team == list.Team)
            .OrderByDescending(s => s.Id)
            .Take(SourcesShown)
            .ToListAsync(cancellationToken);
        var rows = sources
            .Select(s => DialogueButton.Of(s.Name, dialogue, (long)ListChoice.OfSource + s.Id))
            .Chunk(2)
            .Select(pair => (IReadOnlyList<Button>)pair);
        return ChatMessage
            .Of(Line.Bold(words.Say("Intake.ListSource", NameOf(list.SourceName))), words["Intake.ListSourceHint"])
            .With([.. rows, [Choice(words, dialogue, ListChoice.Back)]]);
    }

    public static Button Choice(
        Wording words,
        Dialogue dialogue,
        ListChoice choice,
        params IReadOnlyList<object?> values
    ) => DialogueButton.Of(words.Say($"Intake.ListChoice{choice}", [.. values]), dialogue, (long)choice);
}
