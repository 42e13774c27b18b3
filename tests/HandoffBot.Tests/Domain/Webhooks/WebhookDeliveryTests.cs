using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Webhooks;

namespace HandoffBot.Tests.Domain.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_taken_is_sent()
    {
        var delivery = Of();
        delivery.Missed(WebhookAnswer.Of(500), Noon, 0);

        delivery.Took(WebhookAnswer.Of(204), Noon.AddMinutes(1));

        Assert.Equal((WebhookDeliveryState.Sent, 2), (delivery.State, delivery.Tries));
        Assert.Equal((204, Noon.AddMinutes(1)), (delivery.Status, delivery.DoneAt));
        Assert.Null(delivery.Trouble);
    }

    [Fact]
    public void What_was_not_taken_waits_for_its_turn_or_as_long_as_was_asked_if_that_is_longer()
    {
        var delivery = Of();

        Assert.True(delivery.Missed(WebhookAnswer.Of(503, TimeSpan.FromSeconds(2)), Noon, 0));
        Assert.Equal(Noon.AddSeconds(5), delivery.DueAt);
        Assert.True(delivery.Missed(WebhookAnswer.Of(503, TimeSpan.FromHours(1)), Noon, 0));
        Assert.Equal(Noon.AddHours(1), delivery.DueAt);

        Assert.Equal((WebhookDeliveryState.Pending, 2), (delivery.State, delivery.Tries));
        Assert.Equal((503, WebhookTrouble.Refused), (delivery.Status, delivery.Trouble));
        Assert.Null(delivery.DoneAt);
    }

    [Fact]
    public void After_ten_tries_it_has_failed_for_good()
    {
        var delivery = Of();
        for (var time = 1; time < 10; time++)
        {
            Assert.True(delivery.Missed(WebhookAnswer.Of(500), Noon, 0));
        }

        Assert.False(delivery.Missed(WebhookAnswer.Of(500), Noon.AddDays(3), 0));

        Assert.Equal((WebhookDeliveryState.Failed, Noon.AddDays(3)), (delivery.State, delivery.DoneAt));
        Assert.Equal((500, WebhookTrouble.Refused), (delivery.Status, delivery.Trouble));
    }

    [Theory]
    [InlineData(23, 23)]
    [InlineData(24, 24)]
    [InlineData(25, 24)]
    public void To_be_left_alone_is_heeded_for_a_day_at_most(int hours, int heeded) =>
        Assert.Equal(TimeSpan.FromHours(heeded), WebhookAnswer.Of(429, TimeSpan.FromHours(hours)).RetryAfter);

    private static WebhookDelivery Of() =>
        WebhookDelivery.Of(1, new LeadReceived(Noon) { Lead = new LeadId(1), Number = 1 });
}
