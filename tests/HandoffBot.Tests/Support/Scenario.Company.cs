using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ChatKind = HandoffBot.Domain.Team.ChatKind;
using Member = HandoffBot.Domain.Team.Member;
using Person = HandoffBot.Domain.Team.Person;

namespace HandoffBot.Tests.Support;

internal sealed partial class Scenario
{
    private static readonly TeamId Team = new(1);

    /// <summary>The texts of the bot as this company reads them.</summary>
    public Wording Words =>
        new(
            Language,
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
            Currency.ByCode(Language is Language.Russian ? "RUB" : "EUR")!
        );

    public static Task<Scenario> StartInAsync(string language, bool empty = false) =>
        StartAsync(Enum.Parse<Language>(language), empty: empty);

    /// <summary>Nobody's hands are ever full.</summary>
    public Task FreeHandsAsync() =>
        ReadAsync(async db =>
        {
            (await db.Teams.FindAsync(Team))!.Carry(Capacity.Unlimited);
            return await db.SaveChangesAsync();
        });

    /// <summary>The company as it is after its setup; how it gets there is a story of its own.</summary>
    private async Task SettleAsync()
    {
        World.AddBotTo(Sales.Id, Olga.Id, AdminRights.All);
        World.AddBotTo(Marketing.Id, Maria.Id, AdminRights.All);
        await using var scope = bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        db.Teams.Add(
            new SalesTeam
            {
                Id = Team,
                Name = "Windows",
                Locale = new Locale(Language, "Europe/Moscow", "RU", Language is Language.Russian ? "RUB" : "EUR"),
                CreatedAt = World.Clock.GetUtcNow(),
            }
        );
        Add(db, Sales, ChatKind.Sales);
        Add(db, Marketing, ChatKind.Marketing);
        Add(db, Olga, Roles.Manager | Roles.Admin);
        Add(db, Ivan, Roles.Rep);
        Add(db, Anna, Roles.Rep);
        Add(db, Peter, Roles.Rep, hasStarted: false);
        Add(db, Maria, Roles.Marketer);
        var source = new Source
        {
            Team = Team,
            Name = "Site",
            FormKey = "scenario-form",
            CreatedAt = World.Clock.GetUtcNow(),
        };
        source.Rekey(SourceKeys.Hash(SourceKey), World.Clock.GetUtcNow(), TimeSpan.Zero);
        db.Sources.Add(source);
        (await db.Installations.SingleAsync()).Appoint(new PersonId(Olga.Id));
        await db.SaveChangesAsync();
    }

    /// <summary>The company has one more team, with a sales chat of its own; these reps are of both, and were seen in it before.</summary>
    public async Task<ScenarioChat> SecondTeamAsync(string name, params ScenarioPerson[] reps)
    {
        var group = World.AddSupergroup(name, Maria.Id, [.. reps.Select(r => r.Id)]);
        var chat = new ScenarioChat(this, group.Id);
        await ReadAsync(async db =>
        {
            var home = await db.Teams.SingleAsync(t => t.Id == Team);
            var id = new TeamId(await db.Teams.CountAsync() + 1);
            var now = World.Clock.GetUtcNow();
            db.Teams.Add(
                new SalesTeam
                {
                    Id = id,
                    Name = name,
                    Locale = home.Locale,
                    CreatedAt = now,
                }
            );
            var row = new TeamChat
            {
                ChatId = chat.Id,
                Title = name,
                BotIsAdmin = true,
            };
            row.Serve(id, ChatKind.Sales);
            db.Chats.Add(row);
            foreach (var rep in reps)
            {
                var member = new Member { Team = id, Person = new PersonId(rep.Id) };
                member.SeenAs(Roles.Rep, now.AddHours(-1));
                db.Members.Add(member);
            }

            return await db.SaveChangesAsync();
        });
        World.AddBotTo(group.Id, Maria.Id, AdminRights.All);
        return chat;
    }

    private static void Add(HandoffDb db, ScenarioChat chat, ChatKind kind)
    {
        var row = new TeamChat
        {
            ChatId = chat.Id,
            Title = kind.ToString(),
            BotIsAdmin = true,
        };
        row.Serve(Team, kind);
        db.Chats.Add(row);
    }

    private void Add(HandoffDb db, ScenarioPerson who, Roles roles, bool hasStarted = true)
    {
        var now = World.Clock.GetUtcNow();
        var person = new Person
        {
            Id = new PersonId(who.Id),
            Name = who.Name,
            Username = who.Username,
        };
        if (hasStarted)
        {
            person.SeenInPrivate(now);
            World.Start(who.Id);
        }

        db.People.Add(person);
        var member = new Member { Team = Team, Person = person.Id };
        member.SeenAs(roles, now);
        db.Members.Add(member);
    }
}
