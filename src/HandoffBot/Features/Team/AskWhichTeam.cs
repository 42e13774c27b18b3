using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Asks the admin which team a chat is for, where there is more than one answer.</summary>
internal sealed class AskWhichTeam(HandoffDb db, AdminDesk desk) : IDelivery
{
    private const int AtMost = 12;

    internal sealed record Arguments(long Chat, int Thread, ChatPurpose Purpose);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var asked = row.Read<Arguments>();
        var chat = await db.Chats.FindAsync([asked.Chat, asked.Thread], cancellationToken);
        if (chat is null or { State: ChatState.Lost })
        {
            return Speech.Nothing("the chat is gone");
        }

        var words = await desk.WordsAsync(new PersonId(row.ChatId), cancellationToken);
        var buttons = new List<Button>();
        if (asked.Purpose is ChatPurpose.Sales)
        {
            buttons.Add(ChooseTeam.Button(words["Team.NewTeam"], asked, null));
        }

        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Name).Take(AtMost).ToListAsync(cancellationToken);
        buttons.AddRange(teams.Select(t => ChooseTeam.Button(t.Name, asked, t.Id)));
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Team.WhichTeam", chat.Title)),
            await HowAsync(asked, words, cancellationToken)
        );
        return new Speech.Say(message with { Keyboard = [.. buttons.Chunk(2)] }, MessageRole.Other, 0);
    }

    /// <summary>Which teams would have their chat replaced.</summary>
    private async Task<Line?> HowAsync(Arguments asked, Wording words, CancellationToken cancellationToken)
    {
        var kind = asked.Purpose.Kind();
        var taken = await db
            .Chats.Where(c => c.Team != null && c.Kind == kind && c.State != ChatState.Lost)
            .Join(db.Teams, c => c.Team, t => t.Id, (c, t) => t.Name)
            .OrderBy(n => n)
            .Take(AtMost)
            .ToListAsync(cancellationToken);
        return taken.Count == 0
            ? null
            : (Line)words.Say("Team.WouldReplace", string.Join(", ", taken.Select(words.Quoted)));
    }
}
