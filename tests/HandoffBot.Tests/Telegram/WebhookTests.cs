using System.Net;
using System.Text;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Telegram;

public sealed class WebhookTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_press_that_is_posted_claims_the_lead_and_is_answered(StorageProvider provider)
    {
        await using var stage = await WebhookStage.StartAsync(provider);
        var lead = await stage.LeadAsync();

        var status = await stage.PostAsync(WebhookStage.Take(7, 11, lead));

        Assert.Equal(HttpStatusCode.OK, status);
        var taken = await stage.TheLeadAsync();
        Assert.Equal((LeadStatus.Claimed, new PersonId(11)), (taken.Status, taken.Owner));
        Assert.Contains("is yours", Assert.Single(stage.Answers), StringComparison.Ordinal);
        var row = Assert.Single(await stage.RowsAsync());
        Assert.Equal((Updates.BotId, 7L, UpdateState.Done), (row.BotId, row.UpdateId, row.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_update_posted_five_times_at_once_has_one_effect(StorageProvider provider)
    {
        await using var stage = await WebhookStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var press = WebhookStage.Take(7, 11, lead);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stage.PostAsync(press)));
        var later = await stage.PostAsync(press);

        Assert.All([.. statuses, later], status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, await stage.Bot.ReadAsync(db => db.LeadEvents.CountAsync()));
        Assert.Equal(6, stage.Answers.Count);
        Assert.Single(stage.Answers.Distinct());
        Assert.Single(await stage.RowsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Presses_posted_in_another_order_have_one_winner(StorageProvider provider)
    {
        await using var stage = await WebhookStage.StartAsync(provider);
        var lead = await stage.LeadAsync();

        await stage.PostAsync(WebhookStage.Take(9, 12, lead));
        await stage.PostAsync(WebhookStage.Take(8, 11, lead));

        Assert.Equal(new PersonId(12), (await stage.TheLeadAsync()).Owner);
        Assert.Equal(2, (await stage.RowsAsync()).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_full_queue_is_a_reason_to_come_back_and_stores_nothing(StorageProvider provider)
    {
        await using var stage = await WebhookStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var press = WebhookStage.Take(7, 11, lead);
        var (inside, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writer = stage.Bot.Services.GetRequiredService<CommitWriter>();
        var held = writer.CommitAsync(
            (_, _) =>
            {
                inside.TrySetResult();
                return hold.Task;
            },
            CancellationToken.None
        );
        await inside.Task;
        while (writer.TryCommit((_, _) => Task.FromResult(0)) is not null) { }

        using var answer = await stage.SendAsync(Encoding.UTF8.GetBytes(press), stage.Secret);
        hold.SetResult();
        await held;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter!.Delta);
        Assert.Empty(await stage.RowsAsync());
        await stage.UntilAsync(async () => await stage.PostAsync(press) == HttpStatusCode.OK);
        Assert.Equal(new PersonId(11), (await stage.TheLeadAsync()).Owner);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_takes_long_is_stored_and_answered_before_it_is_done(StorageProvider provider)
    {
        var slow = new TaskCompletionSource();
        await using var stage = await WebhookStage.StartAsync(
            provider,
            services => SlowSink.PutInto(services, slow.Task)
        );
        var lead = await stage.LeadAsync();
        var press = WebhookStage.Take(7, 11, lead);

        var posted = stage.PostAsync(press);
        await stage.UntilAsync(() => Task.FromResult(posted.IsCompleted));
        var row = Assert.Single(await stage.RowsAsync());
        slow.SetResult();
        await stage.UntilAsync(async () => (await stage.RowsAsync()).Single().State is UpdateState.Done);

        Assert.Equal(HttpStatusCode.OK, await posted);
        Assert.Equal((UpdateState.Received, press), (row.State, row.Payload));
        Assert.Equal(new PersonId(11), (await stage.TheLeadAsync()).Owner);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_stored_is_finished_though_it_fails_afterwards(StorageProvider provider)
    {
        var slow = new TaskCompletionSource();
        await using var stage = await WebhookStage.StartAsync(
            provider,
            services => SlowSink.PutInto(services, slow.Task)
        );
        var lead = await stage.LeadAsync();

        var posted = stage.PostAsync(WebhookStage.Take(7, 11, lead));
        await stage.UntilAsync(() => Task.FromResult(posted.IsCompleted));
        slow.SetException(new IOException("disk full"));
        await stage.UntilAsync(async () => (await stage.RowsAsync()).Single().State is UpdateState.Done);

        Assert.Equal(new PersonId(11), (await stage.TheLeadAsync()).Owner);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_an_earlier_run_stored_is_finished_at_the_start(StorageProvider provider)
    {
        await using var stage = await WebhookStage.StartClosedAsync(provider);
        var lead = await stage.LeadAsync();
        await stage.Bot.CommitAsync(async scope =>
        {
            scope.Db.Updates.Add(
                new SeenUpdate
                {
                    BotId = Updates.BotId,
                    UpdateId = 7,
                    State = UpdateState.Received,
                    Payload = WebhookStage.Take(7, 11, lead),
                    SeenAt = stage.Bot.Clock.GetUtcNow(),
                }
            );
            await scope.Db.SaveChangesAsync();
        });

        var tooEarly = await stage.PostAsync(WebhookStage.Take(8, 12, lead));
        await stage.OpenAsync();
        await stage.UntilAsync(async () => (await stage.RowsAsync()).Single().State is UpdateState.Done);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, tooEarly);
        Assert.Equal(new PersonId(11), (await stage.TheLeadAsync()).Owner);
    }
}
