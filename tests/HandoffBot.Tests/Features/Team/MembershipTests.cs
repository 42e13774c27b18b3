using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Team;

public sealed class MembershipTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaving_the_sales_chat_ends_a_reps_rights_at_once(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();

        await town.LeaveAsync(11, Town.Group(-1001));
        await town.CommandAsync(11, Town.Private(11), "menu");

        var left = await bot.ReadAsync(db =>
            db.Members.SingleAsync(m => m.Team == team && m.Person == new PersonId(11))
        );
        Assert.False(left.IsPresent);
        Assert.Contains("нет в команде", await town.LastSaidToAsync(11), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaving_one_of_two_chats_ends_only_its_role(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();
        await town.CommandAsync(11, Town.Group(-1002), "menu");

        await town.LeaveAsync(11, Town.Group(-1001));

        var member = await bot.ReadAsync(db =>
            db.Members.SingleAsync(m => m.Team == team && m.Person == new PersonId(11))
        );
        Assert.Equal((Roles.Marketer, true), (member.Roles, member.IsPresent));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_press_from_before_the_leaving_brings_nobody_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (town, updates) = (new Town(bot), new Updates(bot));
        var team = await bot.TeamAsync();
        var before = town.NextKey();
        var left = town.NextKey();
        await updates.HandleAsync(
            new MemberChanged(new Sender(11, "Ivan", null, "ru"), IsMember: false)
            {
                Key = left,
                Place = Town.Group(-1001),
                From = new Sender(11, "Ivan", null, "ru"),
            }
        );

        await town.PressLateAsync(11, Town.Group(-1001), before);
        var afterTheLateOne = await IsPresentAsync(bot, team);
        await town.PressLateAsync(11, Town.Group(-1001), town.NextKey());

        Assert.False(afterTheLateOne);
        Assert.True(await IsPresentAsync(bot, team));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_left_an_open_chat_waits_for_the_managers_press_like_anybody(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();
        await town.LeaveAsync(11, Town.Group(-1001, isPublic: true));

        await town.PressAsync(11, Town.Group(-1001, isPublic: true), new ButtonPress(LeadVerbs.Take, 1));

        Assert.False(await IsPresentAsync(bot, team));
        Assert.Contains("P11", await town.LastSaidToAsync(1), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Somebody_of_no_team_who_writes_learns_what_to_do(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);

        await town.WriteAsync(Town.Stranger, Town.Private(Town.Stranger), "hello?");
        var beforeSetup = await town.LastSaidToAsync(Town.Stranger);
        await town.BecomeAdminAsync();
        await town.WriteAsync(Town.Stranger, Town.Private(Town.Stranger), "hello?");

        Assert.StartsWith("Бот ещё не настроен", beforeSetup, StringComparison.Ordinal);
        Assert.StartsWith(
            "Вас пока нет в команде",
            await town.LastSaidToAsync(Town.Stranger),
            StringComparison.Ordinal
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_leavers_are_not_seen_private_rights_end_a_day_after_the_last_sign(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);
        await RightsInSalesAsync(bot, isAdmin: false);

        bot.Clock.Advance(TimeSpan.FromHours(24));
        var within = await talk.PressAsync(11, new ButtonPress(LeadVerbs.Take, lead.Value));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await talk.PressAsync(11, new ButtonPress(LeadVerbs.Contact, lead.Value));
        await talk.CommandAsync(11, "mine");
        var list = talk.To(11)[^1].PlainText;
        await talk.CommandAsync(11, "menu", -1001);
        var seenAgain = await talk.PressAsync(11, new ButtonPress(LeadVerbs.Contact, lead.Value));

        Assert.StartsWith($"{lead} is yours", within, StringComparison.Ordinal);
        Assert.Equal(Texts.Get("Handoff.NotForYou", Language.Russian), after);
        Assert.Equal(Texts.Get("Common.NotInTeam", Language.Russian), list);
        Assert.Contains("+79123451234", seenAgain + talk.To(11)[^1].PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_the_bot_sees_leavers_they_do_not_end(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);

        bot.Clock.Advance(TimeSpan.FromDays(30));
        var rep = await talk.PressAsync(11, new ButtonPress(LeadVerbs.Take, lead.Value));
        await RightsInSalesAsync(bot, isAdmin: false);
        bot.Clock.Advance(TimeSpan.FromDays(30));
        await talk.CommandAsync(1, "lead", argument: lead.ToString());

        Assert.StartsWith($"{lead} is yours", rep, StringComparison.Ordinal);
        Assert.Contains(lead.ToString(), talk.To(1)[^1].PlainText, StringComparison.Ordinal);
    }

    private static Task RightsInSalesAsync(TestBot bot, bool isAdmin) =>
        bot.CommitAsync(async scope =>
        {
            (await scope.Db.Chats.SingleAsync(c => c.ChatId == -1001)).BotIsAdmin = isAdmin;
            await scope.Db.SaveChangesAsync();
        });

    private static Task<bool> IsPresentAsync(TestBot bot, TeamId team) =>
        bot.ReadAsync(db =>
            db.Members.AnyAsync(m => m.Team == team && m.Person == new PersonId(11) && m.LeftAt == null)
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task New_person_in_an_open_chat_waits_for_the_managers_press(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await ChatSetupTests.SalesTeamAsync(town, Town.Full, isPublic: true);
        await town.CommandAsync(50, Town.Group(-5, isPublic: true), "menu");
        await town.CommandAsync(50, Town.Group(-5, isPublic: true), "menu");
        var before = await bot.ReadAsync(db => db.Members.CountAsync(m => m.Person == new PersonId(50)));
        var asked = (await town.SaidToAsync(Town.Admin)).Count(m =>
            m.PlainText.Contains("P50", StringComparison.Ordinal)
        );
        var admit = (await town.SaidToAsync(Town.Admin))[^1].Keyboard[0].OfType<PressButton>().Single().Press;

        await town.PressAsync(50, Town.Private(50), admit);
        var own = await bot.ReadAsync(db => db.Members.CountAsync(m => m.Person == new PersonId(50)));
        await town.PressAsync(Town.Admin, Town.Private(Town.Admin), admit);

        Assert.Equal((0, 1, 0), (before, asked, own));
        Assert.Equal(
            Roles.Rep,
            await bot.ReadAsync(db =>
                db.Members.Where(m => m.Person == new PersonId(50)).Select(m => m.Roles).SingleAsync()
            )
        );
    }
}
