using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Team;

public sealed class ChatLifeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Thrown_out_and_back_again_old_leads_arrive_as_one_list_and_young_ones_as_cards(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-1001), Town.None, wasMember: true);
        var trouble = await town.LastSaidToAsync(Town.Admin);
        await ArriveAsync(bot, team, 1, 2);
        bot.Clock.Advance(TimeSpan.FromMinutes(61));
        await ArriveAsync(bot, team, 3);
        var whileOut = await PendingAsync(bot);

        await town.PlaceBotAsync(Town.Admin, Town.Group(-1001), Town.Full);

        Assert.StartsWith("⚠️ «Sales» не принимает сообщения", trouble, StringComparison.Ordinal);
        Assert.Empty(whileOut);
        var back = await PendingAsync(bot);
        Assert.Equal([("ListWaiting", null), (Deliveries.PostCard, 3L)], back.Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_of_waiting_leads_says_how_many_and_since_when(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();
        await town.BecomeAdminAsync();
        await town.PlaceBotAsync(Town.Admin, Town.Group(-1001), Town.None, wasMember: true);
        await ArriveAsync(bot, team, 1, 2);
        bot.Clock.Advance(TimeSpan.FromHours(2));

        await town.PlaceBotAsync(Town.Stranger, Town.Group(-1001), Town.Full);

        var list = (await town.SaidToAsync(-1001))
            .Select(m => m.PlainText)
            .Single(t => t.Contains("Ждут", StringComparison.Ordinal));
        Assert.StartsWith("⏰ Ждут 2 лида, старший с 10:00", list, StringComparison.Ordinal);
        Assert.Contains("L-1, L-2", list, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Team_follows_its_group_to_the_supergroup_it_became(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        var team = await bot.TeamAsync();

        await town.ActAsync(new ChatUpgraded(-1001, -100777) { Key = town.NextKey(), Place = Town.Group(-1001) });

        var sales = await bot.ReadAsync(db =>
            db.Chats.SingleAsync(c => c.Team == team && c.Kind == ChatKind.Sales && c.State == ChatState.Active)
        );
        Assert.Equal((-100777, true), (sales.ChatId, sales.BotIsAdmin));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Admin_is_told_when_leavers_cannot_be_seen_any_more(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var town = new Town(bot);
        await ChatSetupTests.SalesTeamAsync(town, Town.Full);

        await town.PlaceBotAsync(Town.Admin, Town.Group(-5), Town.Plain, wasMember: true);

        Assert.Contains("больше не администратор", await town.LastSaidToAsync(Town.Admin), StringComparison.Ordinal);
        Assert.False(await bot.ReadAsync(db => db.Chats.Select(c => c.BotIsAdmin).SingleAsync()));
    }

    private static Task ArriveAsync(TestBot bot, TeamId team, params long[] numbers) =>
        bot.CommitAsync(async scope =>
        {
            var home = await scope.Db.Teams.SingleAsync(t => t.Id == team);
            var source = new Source { Team = team, Name = $"Form {numbers[0]}" };
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
            foreach (var number in numbers)
            {
                var contact = Contact.Of(team, "Anna", null, false, null, null);
                var given = new NewLead(team, source.Id, null, contact, "Windows", null, false, false);
                scope.Db.Leads.Add(Lead.Receive(new LeadId(number), given, bot.Clock.GetUtcNow(), home.Rhythm));
            }

            await scope.Db.SaveChangesAsync();
            foreach (
                var row in await scope
                    .Db.Outbox.Where(o => o.ChatId == -1001 && o.Delivery == Deliveries.PostCard)
                    .ToListAsync()
            )
            {
                row.Hold("thrown out");
            }

            await scope.Db.SaveChangesAsync();
        });

    private static async Task<List<(string Delivery, long? Lead)>> PendingAsync(TestBot bot)
    {
        var rows = await bot.ReadAsync(db =>
            db.Outbox.Where(o => o.ChatId == -1001 && o.State == OutboxState.Pending).ToListAsync()
        );
        return
        [
            .. rows.Select(r =>
                (r.Delivery, r.Delivery == Deliveries.PostCard ? r.Read<Deliveries.OfLead>().Lead : (long?)null)
            ),
        ];
    }
}
