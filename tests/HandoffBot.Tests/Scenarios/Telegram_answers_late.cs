using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Telegram_answers_late
{
    [Fact]
    public async Task A_chat_answered_after_half_a_minute_gets_one_call_at_a_time_and_all_else_goes_on()
    {
        await using var s = await Scenario.StartAsync();
        s.World.Faults.Order(new Fault(FaultKind.AnswerLate) { Method = "sendMessage", ChatId = s.Sales.Id });
        await s.LeadArrives(new { phone = "+79120000001", product = "Windows" });
        await s.Sales.ExpectMessage("🔥 L-1");

        await s.LeadArrives(new { phone = "+79120000002", product = "Windows" });
        s.Ivan.Says("/mine");
        await s.Ivan.ExpectMessage("You have no open leads");
        var meanwhile = s.Sales.HasMessage("L-2");
        s.TimePasses(TimeSpan.FromSeconds(30));
        await s.Sales.ExpectMessage("🔥 L-2");
        await s.ReadUntilAsync(db => db.Outbox.AllAsync(o => o.State == OutboxState.Sent));

        Assert.False(meanwhile);
        Assert.Equal(2, s.Sales.Messages.Count(m => m.Text?.Contains("L-", StringComparison.Ordinal) == true));
    }
}
