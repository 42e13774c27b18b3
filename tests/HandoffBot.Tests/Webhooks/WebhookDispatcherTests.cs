using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HandoffBot.Tests.Webhooks;

public sealed class WebhookDispatcherTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_address_that_never_answers_stops_no_other(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        await using var other = await Receiver.StartAsync();
        var door = await SecondTeamAsync(way, other.Address);
        way.Crm.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        foreach (var name in Enumerable.Range(1, 8).Select(n => $"{n}"))
        {
            await way.AskAsync(name);
            await way.Bot.CommitAsync(scope => AskAsync(scope, door, name));
        }

        var dispatcher = way.Bot.Services.GetServices<IHostedService>().OfType<WebhookDispatcher>().Single();
        await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await other.ExpectAsync(8);
        await way.Crm.ExpectAsync(WebhookQueue.SideBySide);
        await dispatcher.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(8, other.Posts.Select(p => p.Line).Distinct().Count());
        Assert.Equal(WebhookQueue.SideBySide, way.Crm.Posts.Count);
    }

    private static async Task<Door> SecondTeamAsync(WayOut way, string address)
    {
        var team = new TeamId(2);
        var source = new Source
        {
            Team = team,
            Name = "Site",
            FormKey = "second",
            CreatedAt = way.Now,
        };
        await way.Bot.CommitAsync(async scope =>
        {
            scope.Db.Teams.Add(
                new SalesTeam
                {
                    Id = team,
                    Name = "Second",
                    Locale = new Locale(Language.English, "Europe/Moscow", "RU", "EUR"),
                }
            );
            scope.Db.Sources.Add(source);
            scope.Db.Webhooks.Add(Webhook.Of(team, address, WayOut.Secret));
            await scope.Db.SaveChangesAsync();
        });
        return new Door(source, await way.Bot.ReadAsync(db => db.Teams.SingleAsync(t => t.Id == team)));
    }

    private static async Task<LeadId> AskAsync(WorkScope scope, Door door, string name)
    {
        var asked = new NewInquiry
        {
            KeyKind = InquiryKey.ExternalId,
            Key = name,
            Email = $"{name}@doors.example",
        };
        return (await scope.Get<ReceiveLead>().HandleAsync(door, asked, CancellationToken.None)).Lead;
    }
}
