using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Asks somebody by name, in the chat, to let the bot write to them, with the link that does it.</summary>
internal sealed class AskForStart(HandoffDb db, IChat chat) : IDelivery
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<CallMate.Arguments>();
        var team = await db.Teams.FindAsync([new TeamId(given.Team)], cancellationToken);
        var person = await db.People.FindAsync([new PersonId(given.Person)], cancellationToken);
        if (team is null || person is not { IsReachable: false })
        {
            return Speech.Nothing("can be written to meanwhile");
        }

        if ((await chat.MeetAsync(cancellationToken)).Me is not { } me)
        {
            return new Speech.Later(Again, "the messenger did not say what the bot is called");
        }

        var words = team.Words();
        var name = person.Username is { } username
            ? new Span($"@{username}")
            : new Span(person.Name, MentionOf: person.Id.Value);
        var asked = words[person.StartedAt is null ? "Team.CallStart" : "Team.CallUnblock"];
        var message = ChatMessage
            .Of(new Line(name, new Span(asked)))
            .With([new LinkButton(words["Team.CallOpen"], new Uri($"https://t.me/{me.Username}"))]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
