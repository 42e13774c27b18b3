using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Leadership;
using HandoffBot.Observability;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Tests.Outbox;

/// <summary>What never gets out is seen, however often it is tried; what waits on purpose is not late.</summary>
public sealed class LateMessagesTests
{
    private const long Sales = -1001;
    private const long Olga = 1;
    private const long Ivan = 11;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_message_tried_again_and_again_in_an_outage_is_late_from_when_it_was_wanted(
        StorageProvider provider
    )
    {
        await using var bot = await StartAsync(provider);
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.Unanswered("cut") };
        await said.SayAsync(Sales, "card");

        while (bot.Clock.GetUtcNow() < TestBot.Monday.AddMinutes(6))
        {
            await bot.DispatchDueAsync(TimeSpan.FromSeconds(10));
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        var (status, rows) = await LookAsync(bot);
        Assert.True(said.Calls.Count > 3);
        Assert.InRange(rows.Age, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(7));
        Assert.Equal((1, 0, HealthStatus.Degraded), (rows.Due, rows.Stuck, status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_cannot_be_rendered_is_late_between_its_tries_and_the_admin_is_told_once_a_day(
        StorageProvider provider
    )
    {
        await using var bot = await StartAsync(provider);
        await new Sayings(bot).SayAsync(Sales, "card");
        await FailAsync(bot, new InvalidTimeZoneException(), StuckMessages.AfterFailures - 1);
        var before = await LookAsync(bot);
        var toldBefore = await ToldAsync(bot);

        await FailAsync(bot, new InvalidTimeZoneException(), 3);

        var (status, rows) = await LookAsync(bot);
        Assert.Equal((0, HealthStatus.Healthy, 0), (before.Rows.Stuck, before.Status, toldBefore.Count));
        Assert.Equal((1, HealthStatus.Degraded), (rows.Stuck, status));
        Assert.Equal(TestBot.Monday + rows.Age, bot.Clock.GetUtcNow());
        Assert.Equal([Olga], await ToldAsync(bot));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_fails_with_the_database_or_with_the_lead_fails_for_no_reason_of_its_own(
        StorageProvider provider
    )
    {
        await using var bot = await StartAsync(provider);
        await new Sayings(bot).SayAsync(Sales, "card");

        await FailAsync(bot, new IOException("disk full"), StuckMessages.AfterFailures);
        await FailAsync(bot, new LeadershipLostException(), StuckMessages.AfterFailures);

        Assert.Equal(0, (await LookAsync(bot)).Rows.Stuck);
        Assert.Empty(await ToldAsync(bot));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_stays_unanswered_while_others_pass_is_stuck(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);
        var said = new Sayings(bot) { Answer = chat => chat == Sales ? new SendOutcome.Unanswered("HTTP 500") : null };
        await said.SayAsync(Sales, "card");
        for (var other = 0; (await LookAsync(bot)).Rows.Stuck == 0 && other < 100; other++)
        {
            await said.SayAsync(Ivan, $"{other}");
            await bot.DispatchDueAsync(TimeSpan.FromSeconds(10));
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(1, (await LookAsync(bot)).Rows.Stuck);
        Assert.Equal([Olga], await ToldAsync(bot));
    }

    [Fact]
    public async Task One_that_is_told_to_wait_again_and_again_is_stuck()
    {
        await using var bot = await StartAsync(StorageProvider.Sqlite);
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.RetryAfter(TimeSpan.FromSeconds(5)) };
        await said.SayAsync(Sales, "card");
        for (var time = 1; time < StuckMessages.AfterFailures; time++)
        {
            await NextTryAsync();
        }

        var before = (await LookAsync(bot)).Rows.Stuck;
        await NextTryAsync();

        Assert.Equal((0, 1), (before, (await LookAsync(bot)).Rows.Stuck));

        async Task NextTryAsync()
        {
            await bot.DispatchDueAsync(TimeSpan.FromSeconds(1));
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_on_purpose_is_not_late_before_its_time(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);
        var said = new Sayings(bot) { Answer = _ => new SendOutcome.RetryAfter(TimeSpan.FromHours(1)) };
        await said.SayAsync(Sales, "card");
        await bot.CommitAsync(async scope =>
        {
            var planned = new Intent(
                nameof(Sayings.EchoName),
                ChatAddress.Private(Ivan),
                "test:planned",
                OutboxPriority.Private,
                new Sayings.Echo("later"),
                bot.Clock.GetUtcNow().AddHours(1)
            );
            scope.Db.Say(planned, bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });

        await bot.DispatchDueAsync(TimeSpan.FromSeconds(1));
        bot.Clock.Advance(TimeSpan.FromMinutes(50));
        var early = await LookAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal((0, TimeSpan.Zero, HealthStatus.Healthy), (early.Rows.Due, early.Rows.Age, early.Status));
        var late = (await LookAsync(bot)).Rows;
        Assert.Equal(2, late.Due);
        Assert.InRange(late.Age, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_message_of_the_version_before_is_late_from_when_it_was_due(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);
        await new Sayings(bot).SayAsync(Sales, "card");
        await bot.ReadAsync(db =>
            db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(o => o.WantedAt, (DateTimeOffset?)null))
        );
        bot.Clock.Advance(TimeSpan.FromMinutes(4));

        await FailAsync(bot, new InvalidTimeZoneException(), 1);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HealthStatus.Degraded, (await LookAsync(bot)).Status);
    }

    private static async Task<TestBot> StartAsync(StorageProvider provider)
    {
        var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Installations.SingleAsync()).Appoint(new PersonId(Olga));
            await scope.Db.SaveChangesAsync();
        });
        return bot;
    }

    /// <summary>As the dispatcher does with what throws: it is given back, and taken up when it is due again.</summary>
    private static async Task FailAsync(TestBot bot, Exception why, int times)
    {
        var queue = bot.Services.GetRequiredService<OutboxQueue>();
        for (var time = 0; time < times; time++)
        {
            var due = await bot.ReadAsync(db => db.Outbox.Where(o => o.ChatId == Sales).MaxAsync(o => o.DueAt));
            bot.Clock.Advance(due > bot.Clock.GetUtcNow() ? due - bot.Clock.GetUtcNow() : TimeSpan.Zero);
            var row = await bot.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(o => o.ChatId == Sales));
            var leased = Assert.Single(await queue.LeaseAsync([row], CancellationToken.None));
            await queue.GiveBackAsync(leased, why, CancellationToken.None);
        }
    }

    private static async Task<(HealthStatus Status, RowCounts.Waiting Rows)> LookAsync(TestBot bot)
    {
        // One of its own: it counts anew every quarter of a minute of real time only.
        using var counts = ActivatorUtilities.CreateInstance<RowCounts>(bot.Services);
        var health = await new OutboxHealth(counts).CheckHealthAsync(new HealthCheckContext(), CancellationToken.None);
        return (health.Status, counts.Last.Outbox);
    }

    private static Task<List<long>> ToldAsync(TestBot bot) =>
        bot.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == StuckMessages.Delivery).Select(o => o.ChatId).ToListAsync()
        );
}
