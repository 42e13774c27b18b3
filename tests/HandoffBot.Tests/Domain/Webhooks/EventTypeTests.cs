using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Domain.Webhooks;

public sealed class EventTypeTests
{
    [Theory]
    [InlineData(nameof(LeadReceived), "lead.received")]
    [InlineData(nameof(LeadClaimed), "lead.claimed")]
    [InlineData(nameof(ContactReached), "lead.contact_reached")]
    [InlineData(nameof(CallBackPlanned), "lead.call_back_planned")]
    public void Type_is_the_event_in_small_letters(string kind, string type) => Assert.Equal(type, EventType.Of(kind));

    [Fact]
    public void Every_event_of_a_lead_is_described()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/way-out.md"));
        var events = typeof(LeadEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LeadEvent))).ToList();

        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Contains($"| `{EventType.Of(e.Name)}` |", page, StringComparison.Ordinal));
    }
}
