using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

public sealed class PruneRowsTests
{
    private static readonly DateTimeOffset Monday = TestBot.Monday;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Old_rows_go_in_batches_and_young_or_unfinished_ones_stay(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.CommitAsync(async scope =>
        {
            scope.Db.Updates.AddRange(Enumerable.Range(1, PruneRows.AtOnce + 1).Select(n => Seen(n, 49)));
            scope.Db.Updates.AddRange(Seen(9001, 47), Seen(9002, 49, UpdateState.Failed));
            scope.Db.Updates.Add(Seen(9003, 24 * 7 + 1, UpdateState.Failed));
            scope.Db.Updates.AddRange(Seen(9004, 24 * 7, UpdateState.Failed), Seen(9005, 48));
            scope.Db.Outbox.AddRange(
                Row("old", 8, said: true),
                Row("young", 6, said: true),
                Row("a week old", 7, said: true),
                Row("waits", 8, said: false)
            );
            scope.Db.Dialogues.AddRange(Talk(1, -8), Talk(2, -6), Talk(3, -7));
            await scope.Db.SaveChangesAsync();
        });

        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PruneRows>().SweepAsync(CancellationToken.None);

        Assert.Equal(
            [9001, 9002, 9004, 9005],
            await bot.ReadAsync(db => db.Updates.Select(u => u.UpdateId).Order().ToListAsync())
        );
        var rows = await bot.ReadAsync(db => db.Outbox.OrderBy(o => o.Seq).Select(o => o.Delivery).ToListAsync());
        Assert.Equal(["young", "a week old", "waits"], rows);
        Assert.Equal([2, 3], await bot.ReadAsync(db => db.Dialogues.Select(d => d.ChatId).Order().ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_went_out_to_a_webhook_is_kept_for_a_week(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.CommitAsync(scope =>
        {
            scope.Db.WebhookDeliveries.AddRange(WentOut(8), WentOut(6), WentOut(7), WentOut(null));
            return scope.Db.SaveChangesAsync();
        });

        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PruneRows>().SweepAsync(CancellationToken.None);

        Assert.Equal(
            [Monday.AddDays(-6), Monday.AddDays(-7), null],
            await bot.ReadAsync(db => db.WebhookDeliveries.OrderBy(d => d.Seq).Select(d => d.DoneAt).ToListAsync())
        );
    }

    private static WebhookDelivery WentOut(int? daysAgo)
    {
        var lead = new LeadId(daysAgo ?? 0);
        var delivery = WebhookDelivery.Of(1, new LeadReceived(Monday.AddDays(-9)) { Lead = lead, Number = 1 });
        if (daysAgo is { } days)
        {
            delivery.Took(WebhookAnswer.Of(200), Monday.AddDays(-days));
        }

        return delivery;
    }

    private static SeenUpdate Seen(long id, int hoursAgo, UpdateState state = UpdateState.Done) =>
        new()
        {
            BotId = 1,
            UpdateId = id,
            State = state,
            SeenAt = Monday.AddHours(-hoursAgo),
        };

    private static OutboxMessage Row(string name, int daysAgo, bool said)
    {
        var at = Monday.AddDays(-daysAgo);
        var row = OutboxMessage.Of(new Intent(name, new ChatAddress(1), name, OutboxPriority.Card), at);
        if (said)
        {
            row.Finish(at);
        }

        return row;
    }

    private static Dialogue Talk(long chat, int expiresInDays) =>
        new()
        {
            ChatId = chat,
            Person = new PersonId(1),
            Kind = "amount",
            Step = "amount",
            State = DialogueState.Over,
            ExpiresAt = Monday.AddDays(expiresInDays),
        };
}
