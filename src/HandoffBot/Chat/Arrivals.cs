using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>Notes who was seen where, before what they did is acted on.</summary>
internal sealed class Arrivals(HandoffDb db, Callers callers, TimeProvider clock)
{
    /// <summary>A member's last sign need not be more exact than this.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public async Task NoteAsync(Incoming update, CancellationToken cancellationToken)
    {
        if (!update.Place.IsPrivate && update is ButtonPressed or CommandGiven or TextWritten)
        {
            await BringBackAsync(update.Place.Address, cancellationToken);
        }

        if (update.From is not { IsBot: false } from)
        {
            return;
        }

        var person = await PersonAsync(from, cancellationToken);
        if (update is ButtonPressed or CommandGiven or TextWritten)
        {
            person.Act(clock.GetUtcNow());
        }

        if (update.Place.IsPrivate)
        {
            await InPrivateAsync(update, person, cancellationToken);
        }
        else if (update is ButtonPressed or CommandGiven or TextWritten)
        {
            await InTeamChatAsync(update, person, cancellationToken);
        }
    }

    public async Task<Person> PersonAsync(Sender seen, CancellationToken cancellationToken)
    {
        var id = new PersonId(seen.Id);
        var person = await db.People.FindAsync([id], cancellationToken);
        person ??= db.People.Add(new Person { Id = id, Name = seen.Name }).Entity;
        (person.Name, person.Username) = (seen.Name, seen.Username);
        person.LanguageCode = seen.LanguageCode ?? person.LanguageCode;
        return person;
    }

    private async Task InPrivateAsync(Incoming update, Person person, CancellationToken cancellationToken)
    {
        if (update is BotPlaced placed)
        {
            if (!placed.Rights.IsMember)
            {
                person.Unreachable(clock.GetUtcNow());
                return;
            }
        }

        var wasReachable = person.IsReachable;
        person.SeenInPrivate(clock.GetUtcNow());
        if (!wasReachable)
        {
            await Setbacks.ReturnedAsync(db, update.Place.Address, cancellationToken);
        }
    }

    /// <summary>Whatever is written where the bot could not write is a reason to try again; a post in a channel names nobody.</summary>
    private async Task BringBackAsync(ChatAddress at, CancellationToken cancellationToken)
    {
        if (await callers.FindChatAsync(at, cancellationToken) is { Team: not null, State: ChatState.Held } chat)
        {
            await Setbacks.ReturnedAsync(db, new ChatAddress(chat.ChatId, chat.ThreadId), cancellationToken);
        }
    }

    private async Task InTeamChatAsync(Incoming update, Person person, CancellationToken cancellationToken)
    {
        var chat = await callers.FindChatAsync(update.Place.Address, cancellationToken);
        if (chat is not { Team: { } team })
        {
            return;
        }

        var member = await db.Members.FindAsync([team, person.Id], cancellationToken);
        var role = chat.Kind is ChatKind.Sales ? InSales(member) : Roles.Marketer;
        var now = clock.GetUtcNow();
        chat.IsPublic |= update.Place.IsPublic;
        if (member is { IsPresent: true } && member.Roles.HasFlag(role))
        {
            if (now - member.SeenAt > SeenEvery)
            {
                member.SeenAs(role, now);
            }
        }
        else if (chat.IsPublic)
        {
            // In a chat anybody can join, whoever has no such place yet waits for the manager's word.
            await AskManagersAsync(team, person, role, cancellationToken);
        }
        else if (!await IsFromBeforeLeavingAsync(update, member, cancellationToken))
        {
            member ??= db.Members.Add(new Member { Team = team, Person = person.Id }).Entity;
            member.SeenAs(role, now);
        }
    }

    /// <summary>Who leads the team, or takes no leads by a manager's word, is there without becoming a rep.</summary>
    private static Roles InSales(Member? member) =>
        member is { IsManager: true } || member?.Roles.HasFlag(Roles.NoLeads) == true ? Roles.None : Roles.Rep;

    /// <summary>A press told or handled late must not undo the leaving. Numbers begin anew one day; by then its row is pruned.</summary>
    private async Task<bool> IsFromBeforeLeavingAsync(
        Incoming update,
        Member? member,
        CancellationToken cancellationToken
    ) =>
        member?.LeftUpdateId is { } left
        && update.Key.UpdateId < left
        && await db.Updates.AnyAsync(u => u.BotId == update.Key.BotId && u.UpdateId == left, cancellationToken);

    private async Task AskManagersAsync(TeamId team, Person person, Roles role, CancellationToken cancellationToken)
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"newcomer:{team}:{person.Id}:{role}:");
        if (await db.Outbox.AnyAsync(o => o.OnceKey.StartsWith(origin), cancellationToken))
        {
            return;
        }

        var managers = await db
            .Members.Where(m => m.Team == team && m.LeftAt == null)
            .Where(m => (m.Roles & (Roles.Manager | Roles.Admin)) != 0)
            .Select(m => m.Person)
            .ToListAsync(cancellationToken);
        var newcomer = new Deliveries.Newcomer(team.Value, person.Id.Value, role is Roles.Marketer);
        foreach (var manager in managers)
        {
            var to = ChatAddress.Private(manager.Value);
            var ask = new Intent(Deliveries.AskAboutNewcomer, to, origin, OutboxPriority.Private, newcomer);
            db.Say(ask, clock.GetUtcNow());
        }
    }
}
