using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Asks the admin what a chat is for.</summary>
internal sealed class AskPurpose(HandoffDb db, AdminDesk desk) : IDelivery
{
    internal sealed record Arguments(long Chat, int Thread, bool IsChannel);

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
        var message = ChatMessage.Of(
            Line.Bold(words.Say(asked.Thread == 0 ? "Team.Purpose" : "Team.PurposeOfTopic", chat.Title, Topic(asked))),
            chat.Team is null ? null : (Line)words[Serving(chat.Kind)],
            chat.IsPublic ? (Line)words["Team.OpenChat"] : null,
            words["Team.PurposeHow"]
        );
        return new Speech.Say(message with { Keyboard = Keyboard(asked, chat, words) }, MessageRole.Other, 0);
    }

    private static string Topic(Arguments asked) => asked.Thread.ToString(CultureInfo.InvariantCulture);

    private static string Serving(ChatKind kind) =>
        kind is ChatKind.Sales ? "Team.ServesSales" : "Team.ServesMarketing";

    private static List<IReadOnlyList<Button>> Keyboard(Arguments asked, TeamChat chat, Wording words)
    {
        var sales = ChatPurpose.Sales.Button(words["Team.SalesChat"], asked.Chat, asked.Thread);
        var marketing = ChatPurpose.Marketing.Button(words["Team.Marketing"], asked.Chat, asked.Thread);
        var none = ChatPurpose.None.Button(words["Team.NotNeeded"], asked.Chat, asked.Thread);

        // Nobody can be asked to reply in a channel, so it cannot be a sales chat; one that serves is not dropped in passing.
        var buttons = asked.IsChannel ? [] : new List<Button> { sales };
        buttons.Add(marketing);
        if (chat.Team is null)
        {
            buttons.Add(none);
        }

        return [.. buttons.Chunk(1)];
    }
}
