using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_again_and_again_under_load
{
    private const int Kills = 4;

    /// <summary>The dispatcher sends to so many chats at once; here there are three.</summary>
    private const int MostInFlight = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_acknowledged_is_there_and_every_lead_was_taken_once(StorageProvider provider)
    {
        await using var stage = await CrashStage.StartAsync(provider);
        using var enough = new CancellationTokenSource();
        await stage.Bot.RunAsync();
        var load = stage.LoadAsync(enough.Token);
        var chance = new Random(20261125);
        for (var kill = 0; kill < Kills; kill++)
        {
            await AfterAsync(stage, TimeSpan.FromMilliseconds(chance.Next(0, 400)));
            await stage.Bot.KillAsync();
            await stage.Bot.RunAsync();
        }

        await enough.CancelAsync();
        await load;
        await SaidAllAsync(stage);
        await stage.Bot.KillAsync();

        await NothingIsLostAsync(stage);
        await EachIsTakenOnceAsync(stage);
        await CardsAreDoubledSeldomAsync(stage);
        if (provider is StorageProvider.Sqlite)
        {
            Assert.Equal(
                ["ok"],
                await stage.ReadAsync(db => db.Database.SqlQuery<string>($"pragma integrity_check").ToListAsync())
            );
        }
    }

    /// <summary>A kill before anything was acknowledged would prove nothing.</summary>
    private static async Task AfterAsync(CrashStage stage, TimeSpan more)
    {
        var before = stage.Acknowledged.Count;
        await UntilAsync(() => Task.FromResult(stage.Acknowledged.Count > before + 20));
        using var chance = new PeriodicTimer(more + TimeSpan.FromMilliseconds(1));
        await chance.WaitForNextTickAsync();
    }

    private static Task SaidAllAsync(CrashStage stage) =>
        UntilAsync(async () =>
            !await stage.ReadAsync(db =>
                db.Outbox.AnyAsync(o => o.State == OutboxState.Pending || o.State == OutboxState.Sending)
            )
        );

    private static async Task NothingIsLostAsync(CrashStage stage)
    {
        var stored = await stage.ReadAsync(db =>
            db.Inquiries.ToDictionaryAsync(i => i.Key, i => new LeadId(i.Lead.Value).ToString())
        );
        Assert.All(stage.Acknowledged, a => Assert.Equal(a.Value, stored.GetValueOrDefault(a.Key)));
        Assert.True(stage.Acknowledged.Count > Kills * 20);
    }

    private static async Task EachIsTakenOnceAsync(CrashStage stage)
    {
        var claims = await stage.ReadAsync(db =>
            db.LeadEvents.Where(e => e.Kind == nameof(LeadClaimed))
                .GroupBy(e => e.Lead)
                .Select(g => g.Count())
                .ToListAsync()
        );
        var owned = await stage.ReadAsync(db => db.Leads.CountAsync(l => l.Owner != null));
        var events = await stage.ReadAsync(db =>
            db.Leads.CountAsync(l => l.Events != db.LeadEvents.Count(e => e.Lead == l.Id))
        );
        Assert.All(claims, c => Assert.Equal(1, c));
        Assert.Equal(owned, claims.Count);
        Assert.NotEmpty(claims);
        Assert.Equal(0, events);
    }

    private static async Task CardsAreDoubledSeldomAsync(CrashStage stage)
    {
        var leads = await stage.ReadAsync(db => db.Leads.Select(l => l.Id).ToListAsync());
        var cards = stage
            .World.View.Messages(stage.Sales)
            .Select(m =>
                m.Text?.Split('\n')[0].Split(' ').FirstOrDefault(w => w.StartsWith("L-", StringComparison.Ordinal))
            )
            .OfType<string>()
            .CountBy(number => number)
            .ToDictionary();
        Assert.All(leads, l => Assert.Contains(l.ToString(), cards));
        Assert.InRange(cards.Values.Sum(c => c - 1), 0, Kills * MostInFlight);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isSo())
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }
}
