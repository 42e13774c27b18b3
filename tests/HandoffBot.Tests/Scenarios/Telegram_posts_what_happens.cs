using System.Net;
using System.Net.Sockets;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Telegram_posts_what_happens
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_is_taken_by_a_press_that_came_through_the_webhook(StorageProvider provider)
    {
        var address = FreeAddress();
        await using var s = await Scenario.StartAsync(provider: provider, webhookAt: address);
        await s.World.WaitForAsync(view => WebhookOf(view) is not null, ScenarioChat.Patience);
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        var first = await s.Ivan.Press(card, "Take");
        var second = await s.Anna.Press(card, "Take");

        Assert.Equal($"{address}/telegram", WebhookOf(s.World.View)!.Url);
        Assert.Equal($"{lead} is yours, the contact is in your private messages", first.Text);
        Assert.Equal("Already taken by Ivan", second.Text);
        await s.Sales.ExpectTurned(card, "Taken by Ivan");
        Assert.True(await s.ReadAsync(db => db.Updates.AllAsync(u => u.State == UpdateState.Done)));
    }

    private static Webhook? WebhookOf(WorldView view) => view.Bots.Values.Single().Webhook;

    /// <summary>Telegram is told the address before the bot listens, so it has to be known.</summary>
    private static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://{probe.LocalEndpoint}";
    }
}
