using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;

namespace HandoffBot.Tests.Domain.Webhooks;

public sealed class WebhookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly WebhookAnswer Refused = WebhookAnswer.Of(500);

    [Fact]
    public void Old_secret_signs_beside_the_new_one_for_a_day()
    {
        var webhook = Fresh();
        webhook.ShowSecret("not needed", Noon, Noon);

        var shown = webhook.ShowSecret("second", Noon.AddHours(1), Noon.AddHours(1));

        Assert.Equal("second", shown);
        Assert.Equal(["second", "first"], webhook.Secrets(Noon.AddHours(24)));
        Assert.Equal(["second"], webhook.Secrets(Noon.AddHours(25)));
    }

    [Fact]
    public void Secret_that_nobody_has_seen_is_shown_as_it_is()
    {
        var webhook = Fresh();

        var shown = webhook.ShowSecret("not needed", Noon, Noon);

        Assert.Equal("first", shown);
        Assert.Equal(["first"], webhook.Secrets(Noon));
    }

    [Fact]
    public void Secret_shown_again_because_the_answer_was_lost_is_the_same()
    {
        var webhook = Fresh();
        webhook.ShowSecret("not needed", Noon, Noon);
        var asked = Noon.AddHours(1);

        webhook.ShowSecret("second", asked, asked.AddSeconds(1));
        var again = webhook.ShowSecret("third", asked, asked.AddMinutes(1));

        Assert.Equal("second", again);
        Assert.Equal(["second", "first"], webhook.Secrets(asked.AddMinutes(2)));
    }

    [Fact]
    public void Five_days_of_failures_are_the_end_and_one_success_begins_anew()
    {
        var webhook = Fresh();
        for (var hour = 0; hour < 120; hour += 24)
        {
            webhook.Missed(Refused, Noon.AddHours(hour));
            Assert.False(webhook.IsGivenUp(Noon.AddHours(hour)));
        }

        webhook.Missed(Refused, Noon.AddHours(120));

        Assert.True(webhook.IsGivenUp(Noon.AddHours(120)));
        webhook.Took(Noon.AddHours(121));
        webhook.Missed(Refused, Noon.AddHours(122));
        Assert.False(webhook.IsGivenUp(Noon.AddHours(122)));
    }

    [Fact]
    public void Another_address_forgets_what_was_wrong_with_the_old_one()
    {
        var webhook = Fresh();
        webhook.Missed(WebhookAnswer.Of(503), Noon);
        webhook.Tell(Noon);
        webhook.TurnOff(WebhookEnd.Silent, Noon);
        Assert.False(webhook.IsOn);
        var version = webhook.Version;

        webhook.MoveTo("https://other.example/");

        Assert.Equal((true, "other.example", version + 1), (webhook.IsOn, webhook.Host, webhook.Version));
        Assert.Null(webhook.OffSince ?? webhook.FailingSince ?? webhook.PausedUntil ?? webhook.ToldAt);
        webhook.Missed(WebhookAnswer.Of(503), Noon);
        Assert.Equal(Noon.AddSeconds(5), webhook.PausedUntil);
    }

    [Fact]
    public void A_busy_address_rests_longer_each_time_or_as_long_as_it_asks_and_one_that_refuses_does_not_rest()
    {
        var webhook = Fresh();
        webhook.Missed(Refused, Noon);
        Assert.Null(webhook.PausedUntil);

        webhook.Missed(WebhookAnswer.Of(503), Noon);
        Assert.Equal(Noon.AddSeconds(5), webhook.PausedUntil);
        webhook.Missed(WebhookAnswer.Of(429, TimeSpan.FromSeconds(3)), Noon);
        Assert.Equal(Noon.AddSeconds(10), webhook.PausedUntil);
        webhook.Missed(WebhookAnswer.Of(429, TimeSpan.FromMinutes(3)), Noon);
        Assert.Equal(Noon.AddMinutes(3), webhook.PausedUntil);

        Assert.Equal((4, Noon), (webhook.Version, webhook.LastMissedAt));
        webhook.Took(Noon.AddMinutes(4));
        Assert.Null(webhook.PausedUntil ?? webhook.FailingSince);
        Assert.Equal((5, Noon.AddMinutes(4)), (webhook.Version, webhook.LastTakenAt));
    }

    [Fact]
    public void A_test_is_asked_for_and_over_and_each_is_a_change()
    {
        var webhook = Fresh();

        webhook.AskTest(new PersonId(11), Noon);
        Assert.Equal((new PersonId(11), Noon, 1), (webhook.TestBy, webhook.TestAt, webhook.Version));
        webhook.EndTest();

        Assert.Null(webhook.TestBy);
        Assert.Null(webhook.TestAt);
        Assert.Equal(2, webhook.Version);
    }

    [Fact]
    public void The_admin_hears_once_that_it_failed_until_something_is_taken()
    {
        var webhook = Fresh();

        Assert.True(webhook.Tell(Noon));
        Assert.False(webhook.Tell(Noon));
        webhook.Took(Noon);
        Assert.True(webhook.Tell(Noon));
    }

    [Fact]
    public void Days_in_which_nothing_was_tried_are_no_failure()
    {
        var webhook = Fresh();
        webhook.Missed(Refused, Noon);

        webhook.Missed(Refused, Noon.AddDays(6));

        Assert.False(webhook.IsGivenUp(Noon.AddDays(6)));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(299, null)]
    [InlineData(302, nameof(WebhookTrouble.Redirected))]
    [InlineData(400, nameof(WebhookTrouble.Refused))]
    [InlineData(410, nameof(WebhookTrouble.Gone))]
    [InlineData(503, nameof(WebhookTrouble.Refused))]
    public void Only_success_is_success(int status, string? trouble) =>
        Assert.Equal(trouble, WebhookAnswer.Of(status).Trouble?.ToString());

    [Fact]
    public void Schedule_is_that_of_the_specification()
    {
        var waits = Enumerable.Range(1, 9).Select(n => WebhookRetries.After(n, 0)!.Value).ToList();

        Assert.Equal(new TimeSpan(75, 35, 5), waits.Aggregate((a, b) => a + b));
        Assert.Equal(TimeSpan.FromSeconds(5), waits[0]);
        Assert.Equal(TimeSpan.FromMinutes(5.5), WebhookRetries.After(2, 1));
        Assert.Null(WebhookRetries.After(10, 0));
    }

    [Fact]
    public void Silent_address_rests_longer_each_time_but_not_for_ever() =>
        Assert.Equal([5, 10, 20, 300], new[] { 1, 2, 3, 40 }.Select(n => WebhookRetries.Rest(n).TotalSeconds));

    [Fact]
    public void Message_id_carries_the_moment_of_its_event_and_never_comes_twice()
    {
        var what = new LeadReceived(Noon) { Lead = new LeadId(1), Number = 1 };

        var (one, other) = (WebhookDelivery.Of(1, what).MessageId, WebhookDelivery.Of(1, what).MessageId);

        Assert.StartsWith($"msg_{Noon.ToUnixTimeMilliseconds():x12}7", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
    }

    private static Webhook Fresh() => Webhook.Of(new TeamId(1), "https://crm.example/", "first");
}
