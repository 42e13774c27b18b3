using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Handoff;

/// <summary>Vera (51) sells for another team of the same company, whose sales chat is -2001.</summary>
public sealed class OtherTeamTests
{
    private const long Ivan = 11;
    private const long Vera = 51;
    private const long Sales = -1001;
    private const long TheirSales = -2001;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_press_by_another_team_is_told_so_and_changes_nothing(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, lead) = await TwoTeamsAsync(bot, new TeamId(2));
        var before = await LooksAsync(bot);

        var answers = new List<string>();
        foreach (
            var (verb, choice) in new (string, long)[]
            {
                (LeadVerbs.Take, 0),
                (LeadVerbs.Reject, (long)RejectReason.Spam),
                (LeadVerbs.Contact, 0),
                (LeadVerbs.Open, 0),
                (LeadVerbs.Assign, Vera),
            }
        )
        {
            answers.Add(await talk.PressAsync(Vera, new ButtonPress(verb, lead.Value, choice), TheirSales));
            answers.Add(await talk.PressAsync(Vera, new ButtonPress(verb, lead.Value, choice)));
        }

        Assert.All(answers, a => Assert.Equal(WordsOf("Handoff.NotForYou"), a));
        Assert.Equal(before, await LooksAsync(bot));
        Assert.DoesNotContain(talk.To(Vera), m => m.PlainText.Contains("Anna", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Neither_number_nor_search_reaches_into_another_team(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, lead) = await TwoTeamsAsync(bot, new TeamId(2));

        await talk.CommandAsync(Vera, "lead", argument: lead.ToString());
        await talk.CommandAsync(Vera, "find", argument: "kazan");

        var told = talk.To(Vera).TakeLast(2).Select(m => m.PlainText).ToList();
        Assert.StartsWith($"There is no lead {lead} in your team", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Nothing found", told[1], StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_an_owner_of_two_teams_cannot_be_told_goes_to_the_leads_own_team(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider, null, "--SendLimits:PerChatPerSecond=0");
        // In any order the other team stands before the lead's own.
        var other = new TeamId(-2);
        var (talk, lead) = await TwoTeamsAsync(bot, other);
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, lead.Value), Sales);
        await bot.DispatchDueAsync();
        var said = new Sayings(bot)
        {
            Answer = chat => chat == Ivan ? new SendOutcome.Held(HeldReason.Unreachable, "blocked by the user") : null,
        };
        await bot.CommitAsync(async scope =>
        {
            var member = new Member { Team = other, Person = new PersonId(Ivan) };
            member.SeenAs(Roles.Rep, bot.Clock.GetUtcNow());
            scope.Db.Members.Add(member);
            var asked = await scope.Db.Leads.Include(l => l.Contact).SingleAsync();
            asked.Repeat(asked.Contact, bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });

        // Long enough for it and its next place; the cards are redrawn after that.
        await bot.DispatchDueAsync(within: TimeSpan.FromSeconds(1.5));

        Assert.Contains(said.To(Sales), t => t.Contains("inquiry no. 2", StringComparison.Ordinal));
        Assert.Empty(said.To(TheirSales));
    }

    private static string WordsOf(string key) => Texts.Get(key, Language.English);

    private static async Task<string> LooksAsync(TestBot bot)
    {
        var lead = await bot.ReadAsync(db => db.Leads.AsNoTracking().SingleAsync());
        var events = await bot.ReadAsync(db => db.LeadEvents.CountAsync());
        return $"{lead.Status} {lead.Owner} {lead.Version}, {events} events";
    }

    private static async Task<(Talk Talk, LeadId Lead)> TwoTeamsAsync(TestBot bot, TeamId second)
    {
        var first = await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        await bot.CommitAsync(async scope =>
        {
            var home = await scope.Db.Teams.SingleAsync(t => t.Id == first);
            scope.Db.Teams.Add(
                new SalesTeam
                {
                    Id = second,
                    Name = "Doors",
                    Locale = home.Locale,
                    CreatedAt = bot.Clock.GetUtcNow(),
                }
            );
            var chat = new TeamChat
            {
                ChatId = TheirSales,
                Title = "Doors",
                BotIsAdmin = true,
            };
            chat.Serve(second, ChatKind.Sales);
            scope.Db.Chats.Add(chat);
            var vera = new Person { Id = new PersonId(Vera), Name = "Vera" };
            vera.SeenInPrivate(bot.Clock.GetUtcNow());
            scope.Db.People.Add(vera);
            var member = new Member { Team = second, Person = vera.Id };
            member.SeenAs(Roles.Rep, bot.Clock.GetUtcNow());
            scope.Db.Members.Add(member);
            await scope.Db.SaveChangesAsync();
        });
        var talk = new Talk(bot);
        await talk.SayAsync();
        return (talk, lead);
    }
}
