using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Outbox;

public sealed class SendLimitsTests
{
    private const long Group = -100;
    private const long Person = 7;

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_chat_at_rest_takes_a_burst_and_then_one_a_second()
    {
        var limits = Limits();

        var waits = SendAtOnce(limits, Person, 4);

        Assert.Equal([0, 0, 0], waits[..3]);
        Assert.InRange(waits[3], 1, 1.1);
    }

    [Fact]
    public void Private_chats_know_no_minute()
    {
        var limits = Limits();

        for (var i = 0; i < 40; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1.1));
            Assert.Equal(TimeSpan.Zero, limits.WaitFor(Person, SendKind.Card, isGroup: false));
            limits.Record(Person);
        }
    }

    [Fact]
    public void A_few_cards_go_at_once_and_more_leave_half_of_the_minute_to_others()
    {
        var limits = Limits();

        Repeat(limits, Group, 9);
        Assert.InRange(limits.WaitFor(Group, SendKind.Card, isGroup: true).TotalSeconds, 0, 1.1);

        Repeat(limits, Group, 1);
        Assert.InRange(limits.WaitFor(Group, SendKind.Card, isGroup: true).TotalSeconds, 15, 30.2);
        Assert.InRange(limits.WaitFor(Group, SendKind.Turn, isGroup: true).TotalSeconds, 0, 1.1);
    }

    [Fact]
    public void The_tries_of_an_outage_count_against_the_limits_and_not_against_the_even_pace()
    {
        var limits = Limits();

        for (var tried = 0; tried < 7; tried++)
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            limits.Record(Group);
            limits.Unanswered(Group);
        }

        Repeat(limits, Group, 9);
        Assert.InRange(limits.WaitFor(Group, SendKind.Card, isGroup: true).TotalSeconds, 0, 1.1);

        Repeat(limits, Group, 4);
        Assert.InRange(limits.WaitFor(Group, SendKind.Turn, isGroup: true).TotalSeconds, 15, 60.25);
    }

    [Fact]
    public void Even_a_turn_waits_when_the_minute_is_used_up()
    {
        var limits = Limits();

        Repeat(limits, Group, 20);

        Assert.InRange(limits.WaitFor(Group, SendKind.Turn, isGroup: true).TotalSeconds, 35, 60.25);
        Assert.Equal(TimeSpan.Zero, limits.WaitFor(Group - 1, SendKind.Card, isGroup: true));
    }

    [Fact]
    public void The_whole_bot_sends_thirty_a_second()
    {
        var limits = Limits();

        for (var person = 1; person <= 30; person++)
        {
            Assert.Equal(TimeSpan.Zero, limits.WaitFor(person, SendKind.Answer, isGroup: false));
            limits.Record(person);
        }

        Assert.InRange(limits.WaitFor(31, SendKind.Answer, isGroup: false).TotalSeconds, 1, 1.1);
    }

    [Fact]
    public void Nought_is_no_limit()
    {
        var limits = Limits(
            new()
            {
                PerGroupPerMinute = 0,
                PerChatPerSecond = 0,
                PerSecond = 0,
            }
        );

        var waits = SendAtOnce(limits, Group, 200);

        Assert.All(waits, wait => Assert.Equal(0, wait));
    }

    [Fact]
    public void Of_two_messages_side_by_side_a_group_whose_minute_is_used_up_lets_one_in_and_a_person_both()
    {
        var limits = Limits(new() { PerGroupPerMinute = 1 });
        limits.Enter(Row(Group));
        limits.Enter(Row(Person));
        clock.Advance(TimeSpan.FromSeconds(10));

        var (group, person) = (limits.Enter(Row(Group)), limits.Enter(Row(Person)));

        Assert.InRange(group.TotalSeconds, 50, 50.5);
        Assert.Equal(TimeSpan.Zero, person);
    }

    [Fact]
    public void A_pause_holds_one_chat_and_a_shorter_one_does_not_end_it()
    {
        var limits = Limits();

        limits.Pause(Group, TimeSpan.FromSeconds(30));
        limits.Pause(Group, TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(30), limits.WaitFor(Group, SendKind.Answer, isGroup: true));
        Assert.Equal(TimeSpan.Zero, limits.WaitFor(Person, SendKind.Answer, isGroup: false));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, limits.WaitFor(Group, SendKind.Answer, isGroup: true));
    }

    [Fact]
    public void A_pause_of_all_holds_every_chat()
    {
        var limits = Limits();

        limits.PauseAll(TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(4), limits.WaitFor(Person, SendKind.Answer, isGroup: false));
    }

    [Fact]
    public void Told_to_wait_for_a_second_chat_while_the_first_still_waits_all_wait()
    {
        var (one, two) = (Limits(), Limits());

        one.PauseAsTold(Group, TimeSpan.FromSeconds(30));
        one.PauseAsTold(Group, TimeSpan.FromSeconds(30));
        two.PauseAsTold(Group, TimeSpan.FromSeconds(30));
        two.PauseAsTold(Person, TimeSpan.FromSeconds(20));

        Assert.Equal(0, one.WaitFor(8, SendKind.Answer, isGroup: false).TotalSeconds);
        Assert.Equal(20, two.WaitFor(8, SendKind.Answer, isGroup: false).TotalSeconds);
    }

    [Fact]
    public void After_a_restart_the_last_minute_still_counts()
    {
        var limits = Limits();

        limits.Rebuild(Enumerable.Range(1, 20).Select(i => new PastSend(Group, TimeSpan.FromSeconds(i * 2))));

        Assert.InRange(limits.WaitFor(Group, SendKind.Turn, isGroup: true).TotalSeconds, 20, 20.5);
    }

    [Fact]
    public void Who_leads_anew_does_not_count_its_own_messages_twice()
    {
        var limits = Limits();
        for (var i = 0; i < 12; i++)
        {
            limits.Record(Group);
        }

        limits.Rebuild(Enumerable.Range(0, 12).Select(_ => new PastSend(Group, TimeSpan.Zero)));
        clock.Advance(TimeSpan.FromSeconds(13));

        Assert.Equal(TimeSpan.Zero, limits.WaitFor(Group, SendKind.Turn, isGroup: true));
    }

    [Fact]
    public void A_message_that_arrived_late_counts_from_then()
    {
        var limits = Limits(new() { PerGroupPerMinute = 1 });
        limits.Record(Group);

        clock.Advance(TimeSpan.FromSeconds(10));
        limits.Arrived(Group);

        Assert.InRange(limits.WaitFor(Group, SendKind.Turn, isGroup: true).TotalSeconds, 60, 60.5);
    }

    [Fact]
    public void A_message_on_its_way_for_longer_than_a_minute_counts_from_its_arrival()
    {
        var limits = Limits(new() { PerGroupPerMinute = 1 });
        limits.Record(Group);
        clock.Advance(TimeSpan.FromSeconds(90));
        limits.Record(Person);

        limits.Arrived(Group);

        Assert.InRange(limits.WaitFor(Group, SendKind.Turn, isGroup: true).TotalSeconds, 60, 60.5);
    }

    [Fact]
    public void In_any_second_those_count_that_arrived_in_it_whenever_they_set_out()
    {
        var limits = Limits(new() { PerSecond = 2 });
        limits.Enter(Row(Person));
        limits.Enter(Row(Group));
        clock.Advance(TimeSpan.FromSeconds(0.5));

        limits.Arrived(Person);
        limits.Arrived(Group);
        clock.Advance(TimeSpan.FromSeconds(0.6));

        Assert.InRange(limits.WaitFor(Person + 1, SendKind.Turn, isGroup: false).TotalSeconds, 0.4, 0.5);
    }

    [Fact]
    public void What_is_still_on_its_way_may_arrive_in_this_second_too()
    {
        var limits = Limits(new() { PerSecond = 2 });
        limits.Enter(Row(Person));
        limits.Enter(Row(Group));

        clock.Advance(TimeSpan.FromSeconds(3));
        var both = limits.WaitFor(Person + 1, SendKind.Turn, isGroup: false);
        limits.Arrived(Person);
        clock.Advance(TimeSpan.FromSeconds(1.1));

        Assert.NotEqual(TimeSpan.Zero, both);
        Assert.Equal(TimeSpan.Zero, limits.WaitFor(Person + 1, SendKind.Turn, isGroup: false));
    }

    [Fact]
    public void Limits_out_of_range_are_named()
    {
        var wrong = new SendLimitsOptions { PerGroupPerMinute = -1, ChatBurst = 0 };

        var result = new SendLimitsOptionsValidator().Validate(null, wrong);

        Assert.Contains("SendLimits:PerGroupPerMinute must be 0 to 1000, was -1.", result.FailureMessage);
        Assert.Contains("SendLimits:ChatBurst must be 1 to 100, was 0.", result.FailureMessage);
    }

    private SendLimits Limits(SendLimitsOptions? options = null) => new(Options.Create(options ?? new()), clock);

    private static OutboxMessage Row(long chat) =>
        OutboxMessage.Of(new Intent("Say", new ChatAddress(chat), "test:1", OutboxPriority.Turn), TestBot.Monday);

    private static List<double> SendAtOnce(SendLimits limits, long chat, int count)
    {
        var waits = new List<double>();
        for (var i = 0; i < count; i++)
        {
            waits.Add(limits.WaitFor(chat, SendKind.Turn, chat < 0).TotalSeconds);
            limits.Record(chat);
        }

        return waits;
    }

    private void Repeat(SendLimits limits, long chat, int count)
    {
        for (var i = 0; i < count; i++)
        {
            clock.Advance(limits.WaitFor(chat, SendKind.Turn, chat < 0));
            limits.Record(chat);
        }
    }
}
