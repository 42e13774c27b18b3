using System.Net;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Telegram;

public sealed class FullDiskPressTests
{
    private const int Leads = 80;
    private const long Olga = 1;
    private const long Ivan = 11;

    [Fact]
    public async Task On_a_full_disk_a_press_is_told_so_once_leaves_nothing_half_done_and_counts_when_there_is_room()
    {
        var disk = new FullDisk();
        await using var stage = await WebhookStage.StartAsync(StorageProvider.Sqlite, disk.Add);
        var leads = new List<LeadId>();
        while (leads.Count < Leads)
        {
            leads.Add(await stage.LeadAsync());
        }

        await stage.Bot.CommitAsync(async scope =>
        {
            (await scope.Db.Teams.SingleAsync()).Carry(Capacity.Unlimited);
            await scope.Db.SaveChangesAsync();
        });
        disk.IsFull = true;
        var lead = await FirstRefusedAsync(stage, leads);
        await stage.PostAsync(WebhookStage.Take((int)lead.Value, Ivan, lead));
        var meanwhile = await StandAsync(stage, lead);
        disk.IsFull = false;
        var after = await stage.PostAsync(WebhookStage.Take((int)lead.Value, Ivan, lead));

        Assert.Equal((LeadStatus.New, 0, 0), meanwhile);
        Assert.Single(stage.Answers, a => a.StartsWith("Nothing can be saved right now", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, after);
        Assert.Equal((LeadStatus.Claimed, 1, 1), await StandAsync(stage, lead));
        Assert.Contains($"{lead} is yours", stage.Answers[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_is_told_that_the_disk_is_full_though_no_row_can_say_so_and_once_an_hour()
    {
        var disk = new FullDisk();
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite, disk.Add);
        await bot.TeamAsync(Language.English);
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Installations.SingleAsync()).Appoint(new PersonId(Olga));
            await scope.Db.SaveChangesAsync();
        });
        var said = new Sayings(bot);

        disk.IsFull = true;
        await SweepAsync(bot);
        var before = said.To(Olga).Count();
        await FillAsync(bot);
        await SweepAsync(bot);
        bot.Clock.Advance(TimeSpan.FromSeconds(20));
        await SweepAsync(bot);

        Assert.Equal(0, before);
        var told = Assert.Single(said.To(Olga));
        Assert.StartsWith("⚠️ The disk is full", told, StringComparison.Ordinal);
        Assert.Contains("Make room on the machine", told, StringComparison.Ordinal);
    }

    /// <summary>The first may still find room on pages that are there.</summary>
    private static async Task<LeadId> FirstRefusedAsync(WebhookStage stage, IReadOnlyList<LeadId> leads)
    {
        foreach (var lead in leads)
        {
            if (await stage.PostAsync(WebhookStage.Take((int)lead.Value, Ivan, lead)) is not HttpStatusCode.OK)
            {
                return lead;
            }
        }

        throw new InvalidOperationException("All found room.");
    }

    private static async Task<(LeadStatus Status, int Events, int Updates)> StandAsync(
        WebhookStage stage,
        LeadId lead
    ) =>
        await stage.Bot.ReadAsync(async db =>
            (
                (await db.Leads.AsNoTracking().SingleAsync(l => l.Id == lead)).Status,
                await db.LeadEvents.CountAsync(e => e.Lead == lead && e.UpdateId != null),
                await db.Updates.CountAsync(u => u.UpdateId == lead.Value)
            )
        );

    private static Task<Exception> FillAsync(TestBot bot) =>
        Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (true)
            {
                await bot.CommitAsync(scope =>
                    scope.Db.Database.ExecuteSqlAsync(
                        $"insert into counters (name, next) values ({Guid.NewGuid().ToString()}, 1)"
                    )
                );
            }
        });

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepFullDisk>().SweepAsync(CancellationToken.None);
    }
}
