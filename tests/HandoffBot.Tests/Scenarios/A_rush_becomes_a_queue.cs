using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Intake;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_rush_becomes_a_queue
{
    private const int Leads = 30;

    [Theory]
    [InlineData(
        "English",
        "leads are waiting, the oldest since 10:00",
        "0 in work · 3 of 3 on shift",
        "28 leads are waiting",
        "2 in work"
    )]
    [InlineData("Russian", "ждут, старший с 10:00", "В работе 0 · на смене 3 из 3", "28 лидов ждут", "В работе 2")]
    public async Task One_message_takes_the_place_of_cards_and_each_press_gives_the_oldest(
        string language,
        string begins,
        string shift,
        string fewer,
        string inWork
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        await ComeAsync(s);
        var queue = await s.Sales.ExpectMessage(begins, shift);

        await s.Ivan.Press(queue, s.Words["Handoff.TakeNext"]);
        var first = await s.Ivan.ExpectMessage("L-1 ");
        await s.Anna.Press(queue, s.Words["Handoff.TakeNext"]);
        var second = await s.Anna.ExpectMessage("L-2 ");
        await s.PassUntilAsync(db => db.Rushes.AnyAsync(r => r.Shown == Leads - 2));
        await Past(s, TimeSpan.FromSeconds(10));
        await s.Sales.ExpectTurned(queue, fewer, inWork);

        Assert.Contains("+79120000001", first.Text, StringComparison.Ordinal);
        Assert.Contains("+79120000002", second.Text, StringComparison.Ordinal);
        Assert.True(s.Sales.Messages.Count(m => m.Text?.Contains("🔥 L-", StringComparison.Ordinal) is true) < Leads);
        Assert.Contains(s.Sales.Messages, m => m.Pinned && m.Id == queue.Id);
    }

    [Theory]
    [InlineData(
        "English",
        "waiting, the oldest since",
        "5 leads of yours wait for a first call",
        "The rush is over: 30 leads in",
        "Within the SLA: 5",
        "Median",
        "🔥 Still waiting: 25, the oldest since 10:00",
        "and 13 more"
    )]
    [InlineData(
        "Russian",
        "ждут, старший с",
        "5 лидов ждут первого звонка",
        "Наплыв закончился: 30 лидов за",
        "Уложились в норматив: 5",
        "Медиана",
        "🔥 Ещё ждут: 25, старший с 10:00",
        "и ещё 13"
    )]
    public async Task Hands_stay_within_their_capacity_and_it_ends_by_itself_with_a_list(
        string language,
        string begins,
        string full,
        string over,
        string inTime,
        string median,
        string left,
        string more
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        await ComeAsync(s);
        var queue = await s.Sales.ExpectMessage(begins);
        for (var n = 1; n <= 5; n++)
        {
            await s.Ivan.Press(queue, s.Words["Handoff.TakeNext"]);
            await s.Ivan.ExpectMessage($"L-{n} ");
        }

        var refused = await s.Ivan.Press(queue, s.Words["Handoff.TakeNext"]);
        s.TimePasses(Rush.Lately);

        await s.Sales.ExpectTurned(queue, over, inTime, median);
        await s.Sales.ExpectMessage(left, "L-6", more);
        await s.Sales.Expect(m => m.Id == queue.Id && !m.Pinned, "the queue no longer pinned");
        Assert.StartsWith(full, refused.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task It_ends_though_hands_are_full_and_a_lead_trickles_in_now_and_then(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await ComeAsync(s);
        var queue = await QueueAsync(s);
        s.TimePasses(TimeSpan.FromMinutes(4));
        await s.SweptAsync();
        var late = await s.LeadArrives(new { phone = "+79120000077", product = "Gates" });
        Assert.True(await s.ReadAsync(db => db.Rushes.AnyAsync(r => r.EndedAt == null)));

        await s.ReadUntilAsync(db => db.Outbox.AllAsync(o => o.SentAt != null || o.Delivery != nameof(PostCard)));
        s.TimePasses(TimeSpan.FromMinutes(2));
        await s.Sales.Expect(m => m.Id == queue.Id && !m.Pinned, "the queue no longer pinned");
        await s.Sales.ExpectMessage(s.Words.Say("Handoff.QueueLeft", Leads + 1, "10:00"));
        s.TimePasses(TimeSpan.FromMinutes(1));
        var next = await s.LeadArrives(new { phone = "+79120000078", product = "Gates" });

        await s.Sales.ExpectMessage($"🔥 {next}", "Gates");
        Assert.False(s.Sales.HasMessage($"🔥 {late} "));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_most_valuable_is_given_first_and_the_oldest_of_those(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await UrgentDoorAsync(s);
        await ComeAsync(s);
        var queue = await QueueAsync(s);
        var urgent = await s.LeadArrives(new { phone = "+79120000091", product = "Gates" }, "hb_urgent");
        var later = await s.LeadArrives(new { phone = "+79120000092", product = "Gates" }, "hb_urgent");

        await s.Ivan.Press(queue, s.Words["Handoff.TakeNext"]);
        await s.Ivan.ExpectMessage($"{urgent} ", "+79120000091");
        await s.Anna.Press(queue, s.Words["Handoff.TakeNext"]);
        await s.Anna.ExpectMessage($"{later} ", "+79120000092");
        await s.Anna.Press(queue, s.Words["Handoff.TakeNext"]);
        await s.Anna.ExpectMessage("L-1 ", "+79120000001");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Every_press_gives_another_lead(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await ComeAsync(s);
        var queue = await QueueAsync(s);
        foreach (var rep in new[] { s.Ivan, s.Anna })
        {
            for (var n = 0; n < 5; n++)
            {
                await rep.Press(queue, s.Words["Handoff.TakeNext"]);
            }
        }

        Assert.Equal(10, await s.ReadAsync(db => db.Leads.CountAsync(l => l.Owner != null)));
        Assert.Equal(
            10,
            await s.ReadAsync(db => db.Leads.Where(l => l.Owner != null).Select(l => l.Id).Distinct().CountAsync())
        );
    }

    private static Task<Message> QueueAsync(Scenario s) =>
        s.Sales.Expect(m => ScenarioChat.Buttons(m).SequenceEqual([s.Words["Handoff.TakeNext"]]), "the queue");

    private static Task<int> UrgentDoorAsync(Scenario s) =>
        s.ReadAsync(async db =>
        {
            var team = await db.Teams.SingleAsync();
            var now = s.World.Clock.GetUtcNow();
            var door = new Source
            {
                Team = team.Id,
                Name = "Urgent",
                CreatedAt = now,
                Priority = LeadPriority.High,
            };
            door.Rekey(SourceKeys.Hash("hb_urgent"), now, TimeSpan.Zero);
            db.Sources.Add(door);
            return await db.SaveChangesAsync();
        });

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
