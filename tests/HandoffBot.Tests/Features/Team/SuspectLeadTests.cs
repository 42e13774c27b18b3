using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Team;

public sealed class SuspectLeadTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_held_for_the_manager_does_not_come_to_a_new_sales_chat(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();

        await bot.CommitAsync(async scope =>
        {
            var source = scope.Db.Sources.Add(new Source { Team = team, Name = "Site" }).Entity;
            var chat = scope.Db.Chats.Add(new TeamChat { ChatId = -1009, Title = "New" }).Entity;
            await scope.Db.SaveChangesAsync();
            var contact = Contact.Of(team, "Machine", "+79123451234", false, null, null);
            var given = new NewLead(team, source.Id, null, contact, null, null, IsTest: false, IsSuspect: true);
            var home = await scope.Db.Teams.SingleAsync();
            scope.Db.Leads.Add(Lead.Receive(new LeadId(1), given, bot.Clock.GetUtcNow(), home.Rhythm));
            await scope.Db.SaveChangesAsync();
            await scope.Get<GiveChat>().GiveAsync(chat, team, ChatKind.Sales, CancellationToken.None);
        });

        Assert.False(await bot.ReadAsync(db => db.Outbox.AnyAsync(o => o.Delivery == Deliveries.PostCard)));
    }
}
