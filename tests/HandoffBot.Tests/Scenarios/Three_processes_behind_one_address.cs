using HandoffBot.Leadership;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Scenarios;

public sealed class Three_processes_behind_one_address
{
    [Fact]
    public async Task Presses_are_answered_throughout_though_the_one_that_speaks_dies()
    {
        await using var address = await CommonAddress.StartAsync();
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres, settings: address.Settings);
        var (second, third) = (await s.StartTwinAsync(address.Settings), await s.StartTwinAsync(address.Settings));
        address.LeadsTo(s.BotUrl, second.Urls.First(), third.Urls.First());
        await s.World.WaitForAsync(view => view.Bots.Values.Single().Webhook is not null, ScenarioChat.Patience);

        await TakenThroughAsync(s, address, 1);
        Assert.False(Leads(second) || Leads(third));
        await s.ReadAsync(CutTheSpeakerAsync);
        await TakenThroughAsync(s, address, 2);
        await s.StopAsync();
        await TakenThroughAsync(s, address, 3);

        Assert.True(Leads(second) ^ Leads(third));
        // What was on its way when the session was cut may stand there twice.
        var told = s
            .Sales.Messages.Select(m => m.Text ?? "")
            .Where(t => t.Contains("L-", StringComparison.Ordinal))
            .ToList();
        Assert.All([1, 2, 3], n => Assert.Contains(told, t => t.Contains($"L-{n} ", StringComparison.Ordinal)));
        Assert.InRange(told.Count, 3, 4);
    }

    /// <summary>A lead comes, is taken by the first press, and the next ones are told who has it, each through whichever process.</summary>
    private static async Task TakenThroughAsync(Scenario s, CommonAddress address, int number)
    {
        using var posted = await s.PostLead(new { phone = $"+7912000000{number}" }, at: address.Url);
        posted.EnsureSuccessStatusCode();
        var card = await s.Sales.ExpectMessage($"🔥 L-{number}");
        var first = await s.Ivan.Press(card, "Take");
        // By what the button carried: the card may have turned before their phones show it.
        var take = card.Buttons.First(b => b.Text.Contains("Take", StringComparison.Ordinal)).CallbackData!;
        var next = await s.Anna.PressData(card, take);
        var last = await s.Olga.PressData(card, take);

        Assert.StartsWith($"L-{number} is yours", first.Text, StringComparison.Ordinal);
        Assert.Equal("Already taken by Ivan", next.Text);
        Assert.Equal("Already taken by Ivan", last.Text);
        await s.Sales.ExpectTurned(card, "Taken by Ivan");
    }

    private static bool Leads(WebApplication bot) => bot.Services.GetRequiredService<Leader>().IsHeld;

    private static Task<int> CutTheSpeakerAsync(HandoffDb db) =>
        db.Database.ExecuteSqlAsync(
            $"""
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and granted
              and database = (select oid from pg_database where datname = current_database())
            """
        );
}
