using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

/// <summary>Years of leads that one rep has closed, and statistics that tell the database so: the worst that can mislead it.</summary>
public sealed class LongHistoryTests
{
    private const int Closed = 60;
    private const long Ivan = 11;
    private const long Sales = -1001;

    /// <summary>Tables that grow with every lead.</summary>
    private static readonly string[] Growing =
    [
        "leads",
        "lead_events",
        "lead_words",
        "inquiries",
        "contacts",
        "messages",
        "outbox",
        "updates",
    ];

    [Fact]
    public async Task However_long_it_is_no_press_and_no_sweep_reads_it_from_end_to_end()
    {
        var plans = new QueryPlans();
        await using var bot = await TestBot.StartAsync(
            StorageProvider.Sqlite,
            services => services.ConfigureDbContext<SqliteHandoffDb>(o => o.AddInterceptors(plans)),
            "--SendLimits:PerGroupPerMinute=0",
            "--SendLimits:PerChatPerSecond=0"
        );
        await bot.TeamAsync();
        bot.Chat.SetReturnsDefault(Task.FromResult<SendOutcome>(new SendOutcome.Sent()));
        var talk = new Talk(bot);
        for (var day = 1; day <= Closed; day++)
        {
            await bot.LeadAsync(TestBot.Monday.AddDays(-day), then: (lead, team) => Lost(lead, team, day));
        }

        await bot.LeadAsync(TestBot.Monday, then: (lead, team) => lead.Claim(new(Ivan), TestBot.Monday, team.Rhythm));
        await AsIfThereWereMillionsAsync(bot);
        var fresh = await bot.LeadAsync(TestBot.Monday);
        plans.Reset();
        await talk.CommandAsync(Ivan, "start");
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, fresh.Value), Sales);
        await talk.CommandAsync(Ivan, "mine");
        foreach (var verb in new[] { LeadVerbs.Miss, LeadVerbs.Menu, LeadVerbs.Reach, LeadVerbs.Release })
        {
            await talk.PressAsync(Ivan, new ButtonPress(verb, fresh.Value));
        }

        await using var services = bot.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);

        Assert.InRange(plans.Count, 20, 200);
        Assert.DoesNotContain(plans.Scans, scan => Growing.Contains(scan.Table) && !TakesOneOfEachChat(scan.Command));
        Assert.Equal(
            LeadStatus.New,
            await bot.ReadAsync(db => db.Leads.Where(l => l.Id == fresh).Select(l => l.Status).SingleAsync())
        );
    }

    /// <summary>It goes from chat to chat over what is unsent, one row of each, and names the index it does that by.</summary>
    private static bool TakesOneOfEachChat(string command) =>
        command.Contains("indexed by ix_outbox_chat_id_priority_seq", StringComparison.Ordinal);

    private static void Lost(Lead lead, SalesTeam team, int day)
    {
        var at = TestBot.Monday.AddDays(-day);
        var rep = new PersonId(Ivan);
        Assert.Equal(ClaimOutcome.Claimed, lead.Claim(rep, at, team.Rhythm));
        Assert.Equal(LeadOutcome.Done, lead.Lose(new Actor(rep), LostReason.Price, at, team.Rhythm));
    }

    /// <summary>What the statistics say of each index is its rows and how many share each key; what is one of a kind stays so.</summary>
    private static async Task AsIfThereWereMillionsAsync(TestBot bot)
    {
        await using var services = bot.Services.CreateAsyncScope();
        var rows = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var db = (SqliteConnection)rows.Database.GetDbConnection();
        await db.OpenAsync();
        await RunAsync(db, "analyze");
        var known = new List<(string Index, string Stat)>();
        await using (var read = db.CreateCommand())
        {
            read.CommandText = "select idx, stat from sqlite_stat1 where idx is not null";
            await using var found = await read.ExecuteReaderAsync();
            while (await found.ReadAsync())
            {
                known.Add((found.GetString(0), found.GetString(1)));
            }
        }

        foreach (var (index, stat) in known)
        {
            var many = stat.Split(' ').Select(n => n == "1" ? n : n + "0000");
            await RunAsync(db, $"update sqlite_stat1 set stat = '{string.Join(' ', many)}' where idx = '{index}'");
        }

        // Statistics are read when a connection is opened.
        SqliteConnection.ClearPool(db);
    }

    private static async Task RunAsync(SqliteConnection db, string sql)
    {
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
