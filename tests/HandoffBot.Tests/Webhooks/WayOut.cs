using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Webhooks;

/// <summary>A team whose events go to a CRM; nothing is sent but when a test says so.</summary>
internal sealed class WayOut : IAsyncDisposable
{
    public static readonly string Secret = WebhookSigning.MintSecret();

    public static readonly string[] Allowed = ["--Webhooks:AllowPrivateNetwork=true", "--Webhooks:AllowHttp=true"];

    private readonly Door door;

    private WayOut(TestBot bot, Receiver crm, Door door) => (Bot, Crm, this.door) = (bot, crm, door);

    public TestBot Bot { get; }

    public Receiver Crm { get; }

    public DateTimeOffset Now => Bot.Clock.GetUtcNow();

    public static async Task<WayOut> StartAsync(StorageProvider provider, bool isSet = true)
    {
        var bot = await TestBot.StartAsync(provider, settings: Allowed);
        var way = new WayOut(bot, await Receiver.StartAsync(), await OneDoor.OfAsync(bot));
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Installations.SingleAsync()).Appoint(new PersonId(1));
            await scope.Db.SaveChangesAsync();
        });
        if (isSet)
        {
            await bot.CommitAsync(way.SetAsync);
        }

        return way;
    }

    public async Task SetAsync(WorkScope scope)
    {
        scope.Db.Webhooks.Add(Webhook.Of(door.Team.Id, Crm.Address, Secret));
        await scope.Db.SaveChangesAsync();
    }

    /// <summary>Somebody asks; the same name again is an event of the same lead.</summary>
    public Task<LeadId> AskAsync(string name) => Bot.CommitAsync(scope => AskAsync(scope, name));

    public async Task<LeadId> AskAsync(WorkScope scope, string name)
    {
        var asked = new NewInquiry
        {
            KeyKind = InquiryKey.ExternalId,
            Key = Guid.NewGuid().ToString("N"),
            Name = "Anna Petrova",
            Phone = name == "anna" ? PhoneReader.Read("+79123451234", "RU") : default,
            Email = $"{name}@windows.example",
            Campaign = "Autumn",
            Product = "PVC windows",
            Message = "Three windows",
        };
        return (await scope.Get<ReceiveLead>().HandleAsync(door, asked, CancellationToken.None)).Lead;
    }

    /// <summary>Sends all that is due, also what becomes due by that.</summary>
    public Task SendAsync() => Bot.SendWebhooksAsync();

    public Task<IReadOnlyList<WebhookTurn>> NextAsync() =>
        Bot.Services.GetRequiredService<WebhookQueue>().NextAsync([], CancellationToken.None);

    public Task<Webhook> WebhookAsync() => Bot.ReadAsync(db => db.Webhooks.AsNoTracking().SingleAsync());

    public Task<List<WebhookDelivery>> DeliveriesAsync() =>
        Bot.ReadAsync(db => db.WebhookDeliveries.AsNoTracking().OrderBy(d => d.Seq).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Crm.DisposeAsync();
    }
}
