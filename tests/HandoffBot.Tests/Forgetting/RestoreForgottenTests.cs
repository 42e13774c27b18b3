using HandoffBot.Backups;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Forgetting;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Forgetting;

public sealed class RestoreForgottenTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Before = DateTimeOffset.UtcNow.AddDays(-1);

    private InstalledBot bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string List => bot.Folder.Of(Path.Combine("backups", "forgotten.log"));

    public async ValueTask InitializeAsync()
    {
        bot = await InstalledBot.CreateAsync();
        await WorkAsync(
            async (_, db) =>
            {
                db.Teams.Add(
                    new SalesTeam
                    {
                        Id = new TeamId(1),
                        Name = "Windows",
                        Locale = new Locale(Language.English, "Europe/Moscow", "RU", "RUB"),
                    }
                );
                db.Sources.Add(new Source { Team = new TeamId(1), Name = "Site" });
                await db.SaveChangesAsync(Token);
                await ForgettingStage.AddAsync(db, Before, "+79123451234", "anna@mail.ru");
                await ForgettingStage.AddAsync(db, Before, "+79990000000");
            }
        );
        await bot.BackUpAsync("b.db");
    }

    public ValueTask DisposeAsync()
    {
        bot.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Backup_that_is_restored_forgets_again_whom_the_list_names()
    {
        await ForgetAsync(1);
        await WorkAsync((_, db) => ForgettingStage.AddAsync(db, DateTimeOffset.UtcNow.AddMinutes(1), "+79123451234"));
        await bot.BackUpAsync("later.db");

        var early = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("b.db"));
        var forgotten = await ReadAsync(ForgettingStage.ForgottenAsync);
        var traces = Everything.Bytes([bot.File]);
        var later = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("later.db"));

        Assert.Equal((1, 0), (early.Forgotten, later.Forgotten));
        Assert.Equal([1], forgotten);
        Assert.DoesNotContain("9123451234", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@mail.ru", traces, StringComparison.Ordinal);
        Assert.Equal(
            "+79123451234",
            await ReadAsync(db =>
                db.Leads.Where(l => l.Id == new LeadId(3)).Select(l => l.Contact.Phone).SingleAsync(Token)
            )
        );
    }

    [Fact]
    public async Task Replaced_database_passes_its_own_list_on()
    {
        await ForgetAsync(1);
        File.Delete(List);

        var first = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("b.db"));
        var second = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("b.db"));

        Assert.Equal((1, 1), (first.Forgotten, second.Forgotten));
    }

    [Fact]
    public async Task Where_the_database_is_lost_the_list_suffices()
    {
        await ForgetAsync(1);
        await File.WriteAllTextAsync(bot.File, "noise", Token);

        var outcome = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("b.db"));

        Assert.Equal(1, outcome.Forgotten);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("key")]
    [InlineData("other key")]
    public async Task Without_list_or_key_a_restore_is_refused_unless_told(string missing)
    {
        await ForgetAsync(1);
        Lose(missing);

        var refused = await bot.RestoreAsync("b.db");
        var said = await bot.RunAsync("restore", bot.Folder.Of("b.db"));
        var told = await bot.RunAsync("restore", bot.Folder.Of("b.db"), "--with-forgotten");

        Assert.IsType<RestoreOutcome.MightRemember>(refused);
        Assert.Equal((ExitCode.Failed, ExitCode.Done), (said, told));
    }

    private void Lose(string what)
    {
        if (what is "list")
        {
            File.Delete(List);
            File.WriteAllText(bot.File, "noise");
            return;
        }

        File.Delete(bot.File + ".key");
        if (what is "other key")
        {
            ForgettingKey.ReadOrMake(bot.File + ".key");
        }
    }

    private Task ForgetAsync(long lead) =>
        WorkAsync(
            async (services, _) =>
            {
                var person = await services.GetRequiredService<PersonSearch>().OfLeadAsync(new LeadId(lead), Token);
                var forget = services.GetRequiredService<ForgetPerson>();
                Assert.IsType<ForgetOutcome.Done>(await forget.HandleAsync([person!], null, Token));
            }
        );

    private async Task WorkAsync(Func<IServiceProvider, HandoffDb, Task> work)
    {
        await using var app = bot.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await work(scope.ServiceProvider, db);
        await transaction.CommitAsync(Token);
    }

    private async Task<T> ReadAsync<T>(Func<HandoffDb, Task<T>> read)
    {
        await using var app = bot.Build();
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HandoffDb>());
    }
}
