using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>A marketing chat was named before there is a team: the admin reads what comes next, as of now.</summary>
internal sealed class NoteMarketing(HandoffDb db, AdminDesk desk, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(string Title);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        if (await db.Teams.AnyAsync(cancellationToken))
        {
            return Speech.Nothing("there is a team now");
        }

        var admin = new PersonId(row.ChatId);
        var words = await desk.WordsAsync(admin, cancellationToken);
        var title = row.Read<Arguments>().Title;
        var text = await AskedAboutAsync(admin, cancellationToken) is { } sales
            ? words.Say("Team.MarketingNext", title, sales.Title)
            : words.Say("Team.MarketingFirst", title);
        return new Speech.Say(ChatMessage.Of(text), MessageRole.Other, 0);
    }

    /// <summary>The chat the admin has not answered for yet: as the place of a new team, or what it is for at all.</summary>
    private async Task<TeamChat?> AskedAboutAsync(PersonId admin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var proposed = await db
            .Dialogues.AsNoTracking()
            .Where(d => d.Person == admin && d.Kind == LocaleDialogue.Kind)
            .Where(d => d.State != DialogueState.Over && d.ExpiresAt > now)
            .OrderByDescending(d => d.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        var open = db.Chats.AsNoTracking().Where(c => c.Team == null && c.State == ChatState.Active);
        if (proposed?.Read<LocaleDraft>() is { Team: 0 } draft)
        {
            return await open.FirstOrDefaultAsync(
                c => c.ChatId == draft.Chat && c.ThreadId == draft.Thread,
                cancellationToken
            );
        }

        return await open.Where(c => c.Kind == ChatKind.Unsettled && c.AddedBy == admin)
            .OrderBy(c => c.ChatId)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
