using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team;

/// <summary>Makes a team without a chat to ask in, as the verb <c>team add</c> does. Saves by itself; asks Telegram first.</summary>
internal sealed class AddTeam(HandoffDb db, IChat chat, MakeTeam making, GiveChat giving, IOptions<TeamOptions> options)
{
    public async Task<AddTeamOutcome> HandleAsync(NewTeam given, CancellationToken cancellationToken)
    {
        var name = given.Name.Trim();
        if (name.Length is 0 or > 120)
        {
            return new AddTeamOutcome.BadName();
        }

        if (await db.Teams.AnyAsync(t => t.Name == name, cancellationToken))
        {
            return new AddTeamOutcome.NameTaken();
        }

        (ChatAddress At, ChatKind Kind)[] wanted =
        [
            (given.Sales, ChatKind.Sales),
            .. given.Marketing is { } at ? [(at, ChatKind.Marketing)] : Array.Empty<(ChatAddress, ChatKind)>(),
        ];
        foreach (var (place, _) in wanted)
        {
            if (await TakenAsync(place, cancellationToken))
            {
                return new AddTeamOutcome.ChatTaken(place);
            }
        }

        var rights = new Dictionary<ChatAddress, BotRights?>();
        foreach (var (place, _) in wanted)
        {
            rights[place] = await chat.RightsAsync(place.ChatId, cancellationToken);
        }

        var team = await making.MakeAsync(name, options.Value.Locale, cancellationToken);
        foreach (var (place, kind) in wanted)
        {
            var row = await MeetAsync(place, $"{name}: {kind}", rights[place], cancellationToken);
            await giving.GiveAsync(row, team.Id, kind, cancellationToken);
        }

        return new AddTeamOutcome.Added(
            team.Id,
            [.. wanted.Select(w => w.At).Where(at => rights[at] is not { CanPost: true })]
        );
    }

    private Task<bool> TakenAsync(ChatAddress at, CancellationToken cancellationToken) =>
        db.Chats.AnyAsync(
            c => c.ChatId == at.ChatId && c.ThreadId == at.ThreadId && c.Team != null && c.State != ChatState.Lost,
            cancellationToken
        );

    private async Task<TeamChat> MeetAsync(
        ChatAddress at,
        string title,
        BotRights? rights,
        CancellationToken cancellationToken
    )
    {
        var row = await db.Chats.FindAsync([at.ChatId, at.ThreadId], cancellationToken);
        row ??= db
            .Chats.Add(
                new TeamChat
                {
                    ChatId = at.ChatId,
                    ThreadId = at.ThreadId,
                    Title = title,
                }
            )
            .Entity;
        (row.BotIsAdmin, row.BotCanPin) = (rights?.IsAdmin ?? row.BotIsAdmin, rights?.CanPin ?? row.BotCanPin);
        return row;
    }
}

/// <summary>A team as the command line names it.</summary>
internal sealed record NewTeam(string Name, ChatAddress Sales, ChatAddress? Marketing);

/// <summary>What came of adding a team.</summary>
internal abstract record AddTeamOutcome
{
    /// <param name="Unseen">Chats in which the bot cannot write, or of which Telegram told nothing.</param>
    internal sealed record Added(TeamId Team, IReadOnlyList<ChatAddress> Unseen) : AddTeamOutcome;

    /// <summary>A name has 1 to 120 characters.</summary>
    internal sealed record BadName : AddTeamOutcome;

    internal sealed record NameTaken : AddTeamOutcome;

    internal sealed record ChatTaken(ChatAddress Chat) : AddTeamOutcome;
}
