using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Tests.Scenarios;

public sealed class Telegram_misbehaves
{
    [Fact]
    public async Task Leads_that_came_while_it_was_cut_off_arrive_once_each()
    {
        await using var s = await Scenario.StartAsync();
        s.World.Faults.Cut();
        foreach (var i in Enumerable.Range(1, 3))
        {
            await s.LeadArrives(new { phone = $"+7912000000{i}", product = "Windows" });
        }

        s.World.Faults.Restore();
        s.TimePasses(TimeSpan.FromSeconds(20));

        foreach (var i in Enumerable.Range(1, 3))
        {
            await s.Sales.ExpectMessage($"🔥 L-{i}");
        }

        await s.ReadUntilAsync(db => db.Outbox.AllAsync(o => o.State == OutboxState.Sent));
        Assert.Equal(3, s.Sales.Messages.Count(m => m.Text?.Contains("L-", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task A_token_that_was_revoked_and_replaced_costs_no_lead()
    {
        const string Replaced = "700700:another-token_of-the-same-bot";
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        s.World.RevokeToken(700700, Replaced);
        await s.LeadArrives(new { phone = "+79120000001", product = "Windows" });
        s.TimePasses(TimeSpan.FromSeconds(31));
        await UntilIllAsync(s, "telegram");

        await s.StopAsync();
        await s.StartTwinAsync(new Dictionary<string, string?> { ["Telegram:Token"] = Replaced });
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        await s.Ivan.Press(card, "Take");

        await s.Ivan.ExpectMessage("+79120000001");
        Assert.Single(s.Sales.Messages, m => m.Text?.Contains("L-1", StringComparison.Ordinal) == true);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Cut_off_for_a_day_each_lead_arrives_once_and_what_became_due_meanwhile_is_no_storm(
        string language
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var before = s.World.View.Messages(s.Olga.Id).Count();
        s.World.Faults.Cut();
        for (var hour = 0; hour < 23; hour++)
        {
            if (hour % 4 == 0)
            {
                await s.LeadArrives(new { phone = $"+791200000{hour:00}", product = "Windows" });
            }

            // Small steps at first, as the ladder's are; each is noticed by the sweep before the next.
            foreach (var minutes in hour == 0 ? new[] { 2, 2, 3, 5, 18, 30 } : [60])
            {
                s.TimePasses(TimeSpan.FromMinutes(minutes));
                await s.SweptAsync();
            }
        }

        s.World.Faults.Restore();
        await s.PassUntilAsync(db =>
            db.Outbox.AllAsync(o => o.State != OutboxState.Pending && o.State != OutboxState.Sending)
        );

        foreach (var lead in Enumerable.Range(1, 6))
        {
            Assert.Single(s.Sales.Messages, m => m.Text?.StartsWith($"🔥 L-{lead}", StringComparison.Ordinal) == true);
        }

        Assert.True(
            s.Sales.Messages.Count() is >= 6 and <= 9,
            string.Join("\n--\n", s.Sales.Messages.Select(m => m.Text))
        );
        Assert.InRange(s.World.View.Messages(s.Olga.Id).Count() - before, 0, 2);
    }

    [Fact]
    public async Task A_chat_that_is_told_to_wait_waits_and_others_go_on()
    {
        await using var s = await Scenario.StartAsync();
        s.World.Faults.Order(
            new Fault(FaultKind.TooManyRequests)
            {
                Times = 1,
                Method = "sendMessage",
                ChatId = s.Sales.Id,
                RetryAfter = 30,
            }
        );
        var lead = await s.LeadArrives();
        await s.ReadUntilAsync(db => db.Outbox.AnyAsync(o => o.Why == "429"));

        s.Ivan.Says("/mine");
        await s.Ivan.ExpectMessage("You have no open leads");
        Assert.False(s.Sales.HasMessage(lead.ToString()));
        s.TimePasses(TimeSpan.FromSeconds(32));

        await s.Sales.ExpectMessage($"🔥 {lead}");
    }

    [Fact]
    public async Task Two_copies_after_a_lost_answer_both_work_and_both_turn()
    {
        await using var s = await Scenario.StartAsync();
        s.World.Faults.Order(
            new Fault(FaultKind.AnswerLost)
            {
                Times = 1,
                Method = "sendMessage",
                ChatId = s.Sales.Id,
            }
        );
        var lead = await s.LeadArrives();
        s.TimePasses(TimeSpan.FromSeconds(10));
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.About == lead.Value));
        var copies = s
            .Sales.Messages.Where(m => m.Text?.Contains(lead.ToString(), StringComparison.Ordinal) == true)
            .ToList();
        Assert.Equal(2, copies.Count);

        var answer = await s.Ivan.Press(copies[0], "Take");

        Assert.Contains("is yours", answer.Text, StringComparison.Ordinal);
        await s.Sales.ExpectTurned(copies[0], $"✅ {lead}");
        await s.Sales.ExpectTurned(copies[1], $"✅ {lead}");
        Assert.Equal(
            "Already taken by Ivan",
            (await s.Anna.PressData(copies[1], copies[1].Buttons.First().CallbackData!)).Text
        );
    }

    [Fact]
    public async Task Thrown_out_it_keeps_the_leads_and_tells_the_admin()
    {
        await using var s = await Scenario.StartAsync();
        s.World.RemoveBotFrom(s.Sales.Id, s.Olga.Id);
        await s.Olga.ExpectMessage("⚠️", "takes no messages");
        var lead = await s.LeadArrives();
        Assert.Equal(LeadStatus.New, await s.ReadAsync(db => db.Leads.Select(l => l.Status).SingleAsync()));

        s.World.AddBotTo(s.Sales.Id, s.Olga.Id, AdminRights.All);

        await s.Sales.ExpectMessage($"🔥 {lead}");
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_is_followed()
    {
        await using var s = await Scenario.StartAsync(plainGroup: true);
        var before = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {before}");

        var moved = new ScenarioChat(s, s.World.Upgrade(s.Sales.Id, s.Olga.Id).Id);
        var after = await s.LeadArrives(new { phone = "+79120000002", product = "A balcony" });

        await moved.ExpectMessage($"🔥 {after}");
        Assert.Contains("is yours", (await s.Ivan.Press(card, "Take")).Text, StringComparison.Ordinal);
        await s.Sales.ExpectTurned(card, $"✅ {before}");
    }

    [Fact]
    public async Task After_the_groups_upgrade_a_reminder_of_an_old_card_goes_without_the_reply()
    {
        await using var s = await Scenario.StartAsync(plainGroup: true);
        var before = await s.LeadArrives();
        await s.Sales.ExpectMessage($"🔥 {before}");
        var moved = new ScenarioChat(s, s.World.Upgrade(s.Sales.Id, s.Olga.Id).Id);
        var after = await s.LeadArrives(new { phone = "+79120000002", product = "A balcony" });
        // Numbers begin anew there: an old card's is by now another message's.
        foreach (var i in Enumerable.Range(1, 9))
        {
            s.World.Say(s.Anna.Id, moved.Id, $"talk {i}");
        }

        var card = await moved.ExpectMessage($"🔥 {after}");
        await s.Ivan.Press(card, "Take");
        await s.Ivan.ExpectMessage("+79120000002");

        s.TimePasses(TimeSpan.FromMinutes(3));

        var reminder = await moved.ExpectMessage($"⏰ {before} has waited 3 min");
        Assert.Null(reminder.ReplyTo);
    }

    [Fact]
    public async Task An_owner_who_blocked_the_bot_is_reminded_in_the_sales_chat_without_the_contact()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.World.Block(s.Ivan.Id);

        s.TimePasses(TimeSpan.FromMinutes(31));

        var reminder = await s.Sales.ExpectMessage($"⏰ {lead}", "Taken by Ivan");
        Assert.DoesNotContain("Anna Petrova", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("+7912", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_stops_everything_and_nothing_is_lost()
    {
        await using var s = await Scenario.StartAsync();
        // Not what is said to who has just pressed Start.
        s.World.Faults.Order(
            new Fault(FaultKind.Unauthorized)
            {
                Times = 1,
                Method = "sendMessage",
                ChatId = s.Sales.Id,
            }
        );
        var lead = await s.LeadArrives();
        await s.ReadUntilAsync(db => db.Outbox.AnyAsync(o => o.State == OutboxState.Pending && o.Attempts > 0));
        Assert.False(s.Sales.HasMessage(lead.ToString()));

        s.TimePasses(TimeSpan.FromMinutes(2));

        await s.Sales.ExpectMessage($"🔥 {lead}");
    }

    private static async Task UntilIllAsync(Scenario s, string part)
    {
        var health = s.Services.GetRequiredService<HealthCheckService>();
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (
            (await health.CheckHealthAsync(check => check.Name == part, patience.Token)).Status
                is not HealthStatus.Unhealthy
        )
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }
}
