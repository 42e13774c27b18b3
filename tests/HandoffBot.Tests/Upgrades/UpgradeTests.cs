using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Features.Reminders;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Upgrades;

public sealed class UpgradeTests
{
    /// <summary>Set by scripts/keep-release: the version whose rows are kept, and the migration it ends with if not the last.</summary>
    private static readonly string? Keep = Environment.GetEnvironmentVariable("HANDOFF_KEEP_RELEASE");

    private static readonly string? KeepAt = Environment.GetEnvironmentVariable("HANDOFF_KEEP_AT");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_of_each_release_upgrades_and_acts_as_before(StorageProvider provider)
    {
        Assert.NotEmpty(ReleasedRows.Releases);
        foreach (var release in ReleasedRows.Releases)
        {
            var rows = await File.ReadAllTextAsync(release);
            await using var bot = await TestBot.StartOverAsync(provider, db => ReleasedRows.LoadAsync(db, rows));
            ReleaseSample.Guard(bot.Watch);
            await AssertWholeAsync(bot, provider);
            await AssertActsAsync(bot);
        }
    }

    [Fact]
    public async Task Rows_of_a_release_can_be_kept()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await ReleaseSample.FillAsync(bot);

        var rows = await bot.ReadAsync(async db =>
        {
            if (KeepAt is { Length: > 0 })
            {
                await db.GetService<IMigrator>().MigrateAsync(KeepAt);
            }

            return await ReleasedRows.ReadOutAsync(db);
        });
        if (Keep is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Repository.PathOf($"tests/HandoffBot.Tests/Upgrades/{Keep}.sql"), rows);
        }

        await using var again = await TestBot.StartOverAsync(
            StorageProvider.Sqlite,
            db => ReleasedRows.LoadAsync(db, rows)
        );
        await AssertActsAsync(again);
    }

    private static async Task AssertWholeAsync(TestBot bot, StorageProvider provider)
    {
        if (provider is StorageProvider.Sqlite)
        {
            var words = await bot.ReadAsync(db =>
                db.Database.SqlQuery<string>($"select integrity_check as Value from pragma_integrity_check")
                    .ToListAsync()
            );
            var strays = await bot.ReadAsync(db =>
                db.Database.SqlQuery<long>($"select count(*) as Value from pragma_foreign_key_check").ToListAsync()
            );
            Assert.Equal(["ok"], words);
            Assert.Equal([0], strays);
        }

        Assert.Equal(2, await bot.ReadAsync(db => db.Leads.CountAsync()));
        Assert.Equal(1, await bot.ReadAsync(db => db.Digests.CountAsync()));
        Assert.Equal(1, await bot.ReadAsync(db => db.Dialogues.CountAsync(d => d.State == DialogueState.Active)));
    }

    /// <summary>The waiting card goes out, the old one's button works, the reminder fires, what is held stays so.</summary>
    private static async Task AssertActsAsync(TestBot bot)
    {
        var talk = new Talk(bot);
        await talk.SayAsync();
        var card = Assert.Single(talk.To(ReleaseSample.Sales));
        var take = new ButtonPress(LeadVerbs.Take, 1);
        var toast = await talk.PressAsync(11, take, ReleaseSample.Sales, ReleaseSample.Card);
        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await using (var scope = bot.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
        }

        await talk.SayAsync();

        Assert.Contains("L-2", card.PlainText, StringComparison.Ordinal);
        Assert.StartsWith("L-1 is yours", toast, StringComparison.Ordinal);
        Assert.Contains(talk.Edited, e => e.Standing.MessageId == ReleaseSample.Card);
        Assert.Contains(talk.To(11), m => m.PlainText.Contains("+79055550101", StringComparison.Ordinal));
        Assert.Equal(2, talk.To(ReleaseSample.Sales).Count);
        Assert.Empty(talk.To(ReleaseSample.Marketing));
        Assert.Equal(1, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.State == OutboxState.Held)));
    }
}
