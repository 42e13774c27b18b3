using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using ChatKind = HandoffBot.Domain.Team.ChatKind;
using Member = HandoffBot.Domain.Team.Member;
using Person = HandoffBot.Domain.Team.Person;

namespace HandoffBot.Sandbox.Demo;

/// <summary>The demo company as rows of the bot's database: what its setup dialogues would have left behind.</summary>
internal sealed class CompanyRows(HandoffDb db, Cast cast, DateTimeOffset now)
{
    private static readonly TeamId Team = new(1);
    private static readonly TimeSpan Age = TimeSpan.FromDays(36);

    public async Task WriteAsync(bool withPast, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var team = AddTeam();
        var sources = AddSources();
        var campaigns = AddCampaigns();
        await db.SaveChangesAsync(cancellationToken);
        if (withPast)
        {
            // Nobody can be spoken to yet: without chats and members the past says nothing.
            new Past(db, cast, team, sources, campaigns).Write(now);
            AddDigests();
            await db.SaveChangesAsync(cancellationToken);
        }

        AddChat(cast.SalesChat, cast.Texts.SalesChat, ChatKind.Sales);
        AddChat(cast.Channel, cast.Texts.Channel, ChatKind.Marketing);
        AddPeople();
        var installation = await db.Installations.SingleAsync(cancellationToken);
        installation.Appoint(new PersonId(cast.Olga.Id));
        await db.SaveChangesAsync(cancellationToken);
        await db.Outbox.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private SalesTeam AddTeam()
    {
        var texts = cast.Texts;
        var team = new SalesTeam
        {
            Id = Team,
            Name = texts.Team,
            Locale = new Locale(texts.Language, texts.Zone, texts.Country, texts.Currency),
            CreatedAt = now - Age,
        };
        db.Teams.Add(team);
        return team;
    }

    private List<Source> AddSources()
    {
        var sources = cast.Texts.Sources.Select(
            (name, n) =>
            {
                var source = new Source
                {
                    Team = Team,
                    Name = name,
                    FormKey = n == 0 ? Cast.FormKey : null,
                    Origins = n == 0 ? cast.Texts.Site : "",
                    CreatedAt = now - Age,
                };
                if (n == 1)
                {
                    source.Rekey(SourceKeys.Hash(Cast.SourceKey), now - Age, TimeSpan.Zero);
                }

                return source;
            }
        );
        var all = sources.ToList();
        db.Sources.AddRange(all);
        return all;
    }

    private List<Campaign> AddCampaigns()
    {
        var campaigns = cast.Texts.Campaigns.Select(name => new Campaign
        {
            Team = Team,
            Code = Campaign.Fold(name),
            Name = name,
            FirstSeenAt = now - Age,
        });
        var all = campaigns.ToList();
        db.Campaigns.AddRange(all);
        return all;
    }

    private void AddDigests()
    {
        var today = DateOnly.FromDateTime(WallClock.Local(now, cast.Zone));
        Add(DigestKind.Weekly, today.AddDays(-7), now.AddDays(-7));
        Add(DigestKind.BadLeads, today.AddDays(-1), now);

        void Add(DigestKind kind, DateOnly on, DateTimeOffset at) =>
            db.Digests.Add(
                new SentDigest
                {
                    Team = Team,
                    Kind = kind,
                    LocalDate = on,
                    MadeAt = at,
                }
            );
    }

    private void AddChat(long id, string title, ChatKind kind)
    {
        var chat = new TeamChat
        {
            ChatId = id,
            Title = title,
            BotIsAdmin = true,
            BotCanPin = true,
            AddedBy = new PersonId(cast.Olga.Id),
        };
        chat.Serve(Team, kind);
        db.Chats.Add(chat);
    }

    private void AddPeople()
    {
        foreach (var who in cast.Everybody)
        {
            var person = new Person
            {
                Id = new PersonId(who.Id),
                Name = who.FullName,
                Username = who.Username,
                LanguageCode = who.LanguageCode,
            };
            if (who != cast.Petr)
            {
                person.SeenInPrivate(now - Age);
            }

            var member = new Member { Team = Team, Person = person.Id };
            member.SeenAs(RolesOf(who), now.AddDays(-3));
            db.People.Add(person);
            db.Members.Add(member);
        }
    }

    private Roles RolesOf(World.Person who) =>
        who == cast.Olga ? Roles.Manager | Roles.Admin
        : who == cast.Maria ? Roles.Marketer
        : Roles.Rep;
}
