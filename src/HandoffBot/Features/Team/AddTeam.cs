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
        if (name.Length is 0 or > MakeTeam.LongestName)
        {
            return new AddTeamOutcome.BadName();
        }

        if (await db.Teams.AnyAsync(t => t.Name == name, cancellationToken))
        {
            return new AddTeamOutcome.NameTaken();
        }

        var wanted = new List<Wanted> { new(given.Sales, ChatKind.Sales) };
        if (given.Marketing is { } marketing)
        {
            wanted.Add(new Wanted(marketing, ChatKind.Marketing));
        }

        foreach (var (at, _) in wanted)
        {
            if (await TakenAsync(at, cancellationToken))
            {
                return new AddTeamOutcome.ChatTaken(at);
            }
        }

        return await AddAsync(name, wanted, cancellationToken);
    }

    private async Task<AddTeamOutcome> AddAsync(string name, List<Wanted> wanted, CancellationToken cancellationToken)
    {
        var rights = new Dictionary<ChatAddress, BotRights?>();
        foreach (var place in wanted)
        {
            rights[place.At] = await chat.RightsAsync(place.At.ChatId, cancellationToken);
        }

        var team = await making.MakeAsync(
            name,
            options.Value.LocaleFor(await LanguageCodeAsync(cancellationToken)),
            cancellationToken
        );
        foreach (var (place, kind) in wanted)
        {
            var row = await MeetAsync(place, $"{name}: {kind}", rights[place], cancellationToken);
            await giving.GiveAsync(row, team.Id, kind, cancellationToken);
        }

        var unseen = wanted.Select(w => w.At).Where(at => rights[at] is not { CanPost: true });
        return new AddTeamOutcome.Added(team.Id, [.. unseen]);
    }

    /// <summary>The admin's own; before there is one, the machine's.</summary>
    private async Task<string> LanguageCodeAsync(CancellationToken cancellationToken) =>
        await db
            .People.Where(p => db.Installations.Any(i => i.Admin == p.Id))
            .Select(p => p.LanguageCode)
            .SingleOrDefaultAsync(cancellationToken)
        ?? CultureInfo.CurrentUICulture.Name;

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

    private sealed record Wanted(ChatAddress At, ChatKind Kind);
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
