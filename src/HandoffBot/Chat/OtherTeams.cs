using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>Whoever belongs to several teams sees in private which one an answer is about, and can ask the same of another.</summary>
internal sealed class OtherTeams(HandoffDb db)
{
    public const string Verb = "otherteam";

    private const string Settings = "settings";

    /// <summary>Places travel in buttons, counted from one: new commands come last.</summary>
    private static readonly string[] Commands = ["menu", Settings, "team", "shift", "mine", "source"];

    /// <summary>Names the team in the first line, unless it does already; and, where a command shows the same of another team, offers it.</summary>
    public async Task<ChatMessage> MarkAsync(
        ChatMessage message,
        ChatAddress to,
        SalesTeam team,
        CancellationToken cancellationToken,
        string? command = null
    )
    {
        if (!to.IsPrivate || (await OfAsync(new PersonId(to.ChatId), command, cancellationToken)).Count < 2)
        {
            return message;
        }

        var words = team.Words();
        var named = Named(message, team.Name);
        return Array.IndexOf(Commands, command) is var place and >= 0
            ? named with
            {
                Keyboard =
                [
                    .. named.Keyboard,
                    [Button.Of(words["Common.AnotherTeam"], Verb, place + 1, 0, team.Id.Value)],
                ],
            }
            : named;
    }

    /// <summary>The teams this command can be about; the installation's admin may set up any.</summary>
    public Task<List<SalesTeam>> OfAsync(PersonId person, string? command, CancellationToken cancellationToken)
    {
        var mayAll = command == Settings;
        return db
            .Teams.AsNoTracking()
            .Where(t =>
                db.Members.Any(m => m.Team == t.Id && m.Person == person && m.LeftAt == null)
                || (mayAll && db.Installations.Any(i => i.Admin == person))
            )
            .OrderBy(t => t.Name)
            .ToListAsync(cancellationToken);
    }

    public static string? CommandAt(long place) => place >= 1 && place <= Commands.Length ? Commands[place - 1] : null;

    public static Button Choice(SalesTeam team, string command) =>
        Button.Of(team.Name, Verb, Array.IndexOf(Commands, command) + 1, team.Id.Value);

    private static ChatMessage Named(ChatMessage message, string team)
    {
        var first = message.Lines[0];
        if (first.PlainText.Contains(team, StringComparison.Ordinal))
        {
            return message;
        }

        var name = new Span($" \u00B7 {team}", first.Spans.Any(s => s.Bold));
        return message with { Lines = [new Line([.. first.Spans, name]), .. message.Lines.Skip(1)] };
    }
}
