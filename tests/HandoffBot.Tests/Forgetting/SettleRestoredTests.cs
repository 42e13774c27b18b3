using HandoffBot.Backups;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Forgetting;

/// <summary>A PostgreSQL that was brought back to what it was, as by <c>pg_restore</c>.</summary>
public sealed class SettleRestoredTests
{
    private const string Keep = """
        create schema before;
        do $$ declare t text; begin
          for t in select tablename from pg_tables where schemaname = 'public' loop
            execute format('create table before.%I as table public.%I', t, t);
          end loop;
        end $$
        """;

    private const string BringBack = """
        do $$ declare t text; begin
          set local session_replication_role = replica;
          for t in select tablename from pg_tables where schemaname = 'before' loop
            execute format('delete from public.%I', t);
            execute format('insert into public.%I select * from before.%I', t, t);
          end loop;
        end $$
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settled_after_pg_restore_old_messages_wait_and_who_was_forgotten_since_is_forgotten_again()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Postgres);
        var forgotten = await bot.LeadAsync("+79123451234", "anna@windows.example");
        await bot.LeadAsync("+79990000000");
        var sayings = new Sayings(bot);
        await sayings.SayAsync(-1001, "old");
        await bot.ReadAsync(db => db.Database.ExecuteSqlRawAsync(Keep, Token));
        await bot.ForgetAsync(forgotten);
        await bot.ReadAsync(db => db.Database.ExecuteSqlRawAsync(BringBack, Token));

        var before = await bot.ForgottenAsync();
        var settled = Assert.IsType<RestoreOutcome.Restored>(await SettleAsync(bot));

        Assert.Empty(before);
        Assert.Equal((1, 1), (settled.Waiting, settled.Forgotten));
        Assert.Equal([forgotten.Value], await bot.ForgottenAsync());
        Assert.Equal(1, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.Why == OutboxMessage.Restored, Token)));
    }

    [Fact]
    public async Task Where_nobody_was_ever_forgotten_it_is_settled_without_a_word()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Postgres);
        await new Sayings(bot).SayAsync(-1001, "old");

        var settled = Assert.IsType<RestoreOutcome.Restored>(await SettleAsync(bot));

        Assert.Equal((1, 0), (settled.Waiting, settled.Forgotten));
    }

    [Fact]
    public async Task List_that_names_nobody_beside_a_key_is_not_the_one()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Postgres);
        await bot.ForgetAsync(await bot.LeadAsync("+79123451234"));
        await File.WriteAllTextAsync(bot.Database.ForgettingFiles["Forgetting:LogFile"]!, "", Token);

        var refused = await SettleAsync(bot);

        Assert.IsType<RestoreOutcome.MightRemember>(refused);
    }

    [Fact]
    public async Task Lost_list_begins_anew_only_with_its_key()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Postgres);
        await bot.ForgetAsync(await bot.LeadAsync("+79123451234"));
        var (list, key) = (
            bot.Database.ForgettingFiles["Forgetting:LogFile"]!,
            bot.Database.ForgettingFiles["Forgetting:KeyFile"]!
        );
        var whole = await File.ReadAllTextAsync(list, Token);
        File.Delete(list);
        File.Move(key, key + ".away");

        await bot.Services.GetRequiredService<BeginList>().HandleAsync(Token);
        var withoutKey = File.Exists(list);
        File.Move(key + ".away", key);
        await bot.Services.GetRequiredService<BeginList>().HandleAsync(Token);

        Assert.False(withoutKey);
        Assert.Equal(whole.Split('\n').Order(), (await File.ReadAllTextAsync(list, Token)).Split('\n').Order());
    }

    [Fact]
    public async Task Without_the_list_settling_is_refused_unless_told()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Postgres);
        File.Delete(bot.Database.ForgettingFiles["Forgetting:LogFile"]!);
        // As the way back demands where the dump is of an older version.
        await bot.Services.GetRequiredService<Database>().MigrateAsync(Token);

        var refused = await SettleAsync(bot);
        var told = await SettleAsync(bot, mayRemember: true);

        Assert.IsType<RestoreOutcome.MightRemember>(refused);
        Assert.IsType<RestoreOutcome.Restored>(told);
    }

    private static async Task<RestoreOutcome> SettleAsync(TestBot bot, bool mayRemember = false)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SettleRestored>().HandleAsync(mayRemember, Token);
    }
}
