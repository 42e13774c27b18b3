using System.Text.Json;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Webhooks;

public sealed class WayOutTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Event_goes_out_with_the_lead_and_its_contact(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        await way.AskAsync("anna");

        await way.SendAsync();

        var post = Assert.Single(way.Crm.Posts);
        Assert.True(post.IsSignedWith(WayOut.Secret));
        Assert.Equal("lead.received", post.Type);
        Assert.Equal(TestBot.Monday, post.Json.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal("L-1", post.Lead.GetProperty("number").GetString());
        Assert.Equal("New", post.Lead.GetProperty("status").GetString());
        Assert.Equal("Site", post.Lead.GetProperty("source").GetString());
        Assert.Equal("Autumn", post.Lead.GetProperty("campaign").GetString());
        Assert.Equal("Three windows", post.Lead.GetProperty("message").GetString());
        var contact = post.Json.GetProperty("data").GetProperty("contact");
        Assert.Equal("Anna Petrova", contact.GetProperty("name").GetString());
        Assert.Equal("+79123451234", contact.GetProperty("phone").GetString());
        Assert.Equal("anna@windows.example", contact.GetProperty("email").GetString());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_a_webhook_or_with_one_that_is_off_nothing_is_kept_to_be_sent(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);
        await way.AskAsync("anna");
        await way.Bot.CommitAsync(way.SetAsync);
        await way.Bot.CommitAsync(async scope =>
        {
            (await scope.Db.Webhooks.SingleAsync()).TurnOff(WebhookEnd.ByHand, way.Now);
            await scope.Db.SaveChangesAsync();
        });

        await way.AskAsync("anna");

        Assert.Empty(await way.DeliveriesAsync());
        Assert.Equal(2, await way.Bot.ReadAsync(db => db.LeadEvents.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Set_in_the_middle_of_a_batch_it_hears_what_comes_after(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);

        await HeldWriter.TogetherAsync(
            way.Bot,
            [
                async scope => (await way.AskAsync(scope, "boris")).Value,
                async scope =>
                {
                    await way.SetAsync(scope);
                    return 0;
                },
                async scope => (await way.AskAsync(scope, "olga")).Value,
            ]
        );

        Assert.Equal(2, Assert.Single(await way.DeliveriesAsync()).Lead.Value);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Later_event_of_a_lead_waits_for_its_earlier_one_and_others_do_not(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        await way.AskAsync("anna");
        await way.AskAsync("anna");
        await way.AskAsync("boris");
        way.Crm.Answer = (post, http) => Receiver.Status(http, post.Line == "L-1 lead.received" ? 500 : 204);

        await way.SendAsync();
        way.Crm.Always(204);
        way.Bot.Clock.Advance(TimeSpan.FromSeconds(6));
        await way.SendAsync();

        Assert.Equal(["L-1 lead.received", "L-2 lead.received"], way.Crm.Posts.Take(2).Select(p => p.Line).Order());
        Assert.Equal(["L-1 lead.received", "L-1 lead.inquiry_repeated"], way.Crm.Posts.Skip(2).Select(p => p.Line));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Once_an_event_has_failed_for_good_the_next_of_its_lead_goes(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        await way.AskAsync("anna");
        await way.AskAsync("anna");
        way.Crm.Answer = (post, http) => Receiver.Status(http, post.Type == "lead.received" ? 400 : 204);

        for (var tries = 1; tries <= WebhookRetries.Tries; tries++)
        {
            await way.SendAsync();
            Assert.Equal(tries, way.Crm.Posts.Count(p => p.Type == "lead.received"));
            way.Bot.Clock.Advance((WebhookRetries.After(tries, 1) ?? TimeSpan.Zero) + TimeSpan.FromSeconds(1));
        }

        await way.SendAsync();
        Assert.Equal("lead.inquiry_repeated", way.Crm.Posts[^1].Type);
        Assert.Equal(
            [WebhookDeliveryState.Failed, WebhookDeliveryState.Sent],
            (await way.DeliveriesAsync()).Select(d => d.State)
        );
        Assert.Single(way.Crm.Posts.Where(p => p.Type == "lead.received").Select(p => p.Id).Distinct());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Killed_before_the_answer_was_written_down_it_sends_again_under_the_same_id(
        StorageProvider provider
    )
    {
        await using var way = await WayOut.StartAsync(provider);
        await way.AskAsync("anna");
        way.Crm.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var killed = new CancellationTokenSource();
        var turn = Assert.Single(await way.NextAsync());
        var sending = way.Bot.Services.GetRequiredService<WebhookSender>().SendAsync(turn, killed.Token);
        await way.Crm.ExpectAsync(1);
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        way.Crm.Always(204);
        await way.SendAsync();

        Assert.Equal(2, way.Crm.Posts.Count);
        Assert.Single(way.Crm.Posts.Select(p => p.Id).Distinct());
        Assert.Equal(WebhookDeliveryState.Sent, Assert.Single(await way.DeliveriesAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Busy_receiver_is_left_alone_for_as_long_as_it_says(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        await way.AskAsync("anna");
        await way.AskAsync("boris");
        way.Crm.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "3600";
            return Receiver.Status(http, 429);
        };
        await way.SendAsync();
        var asked = way.Crm.Posts.Count;
        await way.AskAsync("olga");

        way.Bot.Clock.Advance(TimeSpan.FromMinutes(59));
        await way.SendAsync();
        Assert.Equal(asked, way.Crm.Posts.Count);

        way.Crm.Always(204);
        way.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await way.SendAsync();
        Assert.Equal(3, way.Crm.Posts.Skip(asked).Select(p => p.Line).Distinct().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_a_person_was_forgotten_the_contact_is_not_told(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var id = await way.AskAsync("anna");
        await way.Bot.CommitAsync(async scope =>
        {
            var lead = await scope.Db.Leads.Include(l => l.Contact).SingleAsync(l => l.Id == id);
            lead.Forget(null, way.Now, (await scope.Db.Teams.SingleAsync()).Rhythm);
            await scope.Db.SaveChangesAsync();
        });

        await way.SendAsync();

        Assert.Equal(["lead.received", "lead.forgotten"], way.Crm.Posts.Select(p => p.Type));
        Assert.All(
            way.Crm.Posts,
            p => Assert.Equal(JsonValueKind.Null, p.Json.GetProperty("data").GetProperty("contact").ValueKind)
        );
        Assert.All(way.Crm.Posts, p => Assert.DoesNotContain("9123451234", p.Text, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_settled_goes_after_a_week_and_what_waits_stays(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        await way.AskAsync("anna");
        await way.SendAsync();
        way.Crm.Always(503);
        await way.AskAsync("boris");
        await way.SendAsync();

        way.Bot.Clock.Advance(TimeSpan.FromDays(7.1));
        await using var scope = way.Bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PruneRows>().SweepAsync(CancellationToken.None);

        Assert.Equal(2, Assert.Single(await way.DeliveriesAsync()).Lead.Value);
    }
}
