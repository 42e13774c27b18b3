using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_rush_becomes_a_queue
{
    private const int Leads = 30;

    [Fact]
    public async Task One_message_takes_the_place_of_cards_and_each_press_gives_the_oldest()
    {
        await using var s = await Scenario.StartAsync();
        await ComeAsync(s);
        var queue = await s.Sales.ExpectMessage(
            "leads are waiting, the oldest since 10:00",
            "0 in work · 3 of 3 on shift"
        );

        await s.Ivan.Press(queue, "Take next");
        var first = await s.Ivan.ExpectMessage("L-1 ");
        await s.Anna.Press(queue, "Take next");
        var second = await s.Anna.ExpectMessage("L-2 ");
        await s.PassUntilAsync(db => db.Rushes.AnyAsync(r => r.Shown == Leads - 2));
        await Past(s, TimeSpan.FromSeconds(10));
        await s.Sales.ExpectTurned(queue, "28 leads are waiting", "2 in work");

        Assert.Contains("+79120000001", first.Text, StringComparison.Ordinal);
        Assert.Contains("+79120000002", second.Text, StringComparison.Ordinal);
        Assert.True(s.Sales.Messages.Count(m => m.Text?.Contains("🔥 L-", StringComparison.Ordinal) is true) < Leads);
        Assert.Contains(s.Sales.Messages, m => m.Pinned && m.Id == queue.Id);
    }

    [Fact]
    public async Task In_Russian_hands_stay_within_their_capacity_and_it_ends_by_itself_with_a_list()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        await ComeAsync(s);
        var queue = await s.Sales.ExpectMessage("ждут, старший с 10:00", "на смене 3 из 3");
        for (var n = 1; n <= 5; n++)
        {
            await s.Ivan.Press(queue, "Взять следующий");
            await s.Ivan.ExpectMessage($"L-{n} ");
        }

        var full = await s.Ivan.Press(queue, "Взять следующий");
        s.TimePasses(TimeSpan.FromMinutes(15));

        await s.Sales.ExpectTurned(queue, "Наплыв закончился: 30 лидов за", "Уложились в норматив: 5", "Медиана");
        await s.Sales.ExpectMessage("🔥 Ещё ждут: 25, старший с 10:00", "L-6", "и ещё 13");
        await s.Sales.Expect(m => m.Id == queue.Id && !m.Pinned, "the queue no longer pinned");
        Assert.StartsWith("5 лидов ждут первого звонка", full.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_press_gives_another_lead()
    {
        await using var s = await Scenario.StartAsync();
        await ComeAsync(s);
        var queue = await s.Sales.ExpectMessage("leads are waiting");
        foreach (var rep in new[] { s.Ivan, s.Anna })
        {
            for (var n = 0; n < 5; n++)
            {
                await rep.Press(queue, "Take next");
            }
        }

        Assert.Equal(10, await s.ReadAsync(db => Task.FromResult(db.Leads.Count(l => l.Owner != null))));
        Assert.Equal(
            10,
            await s.ReadAsync(db =>
                Task.FromResult(db.Leads.Where(l => l.Owner != null).Select(l => l.Id).Distinct().Count())
            )
        );
    }

    private static async Task ComeAsync(Scenario s)
    {
        foreach (var n in Enumerable.Range(1, Leads))
        {
            await s.LeadArrives(new { phone = $"+791200000{n:00}", product = $"Doors {n}" });
        }

        await Past(s, TimeSpan.FromSeconds(2));
    }

    private static async Task Past(Scenario s, TimeSpan time)
    {
        await s.SweptAsync();
        s.TimePasses(time);
        await s.SweptAsync();
    }
}
