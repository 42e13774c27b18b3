using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Outbox;

public sealed class OutboxMessageTests
{
    private static readonly DateTimeOffset Now = TestBot.Monday;

    [Fact]
    public void Wanted_at_once_or_at_its_time_it_is_due_then()
    {
        Assert.Equal((Now, Now, Now), Times(Of()));
        Assert.Equal((Now.AddHours(1), Now.AddHours(1), Now), Times(Of(Now.AddHours(1))));
    }

    [Fact]
    public void Tried_again_and_again_it_is_wanted_from_when_it_first_was()
    {
        var row = Of();
        row.Lease(Now);
        Assert.Equal((OutboxState.Sending, 1, Now), (row.State, row.Attempts, row.LeasedAt));

        row.TryAgain(Now.AddSeconds(5), "cut");
        row.TryAgain(Now.AddSeconds(9), "cut again");

        Assert.Equal((OutboxState.Pending, "cut again"), (row.State, row.Why));
        Assert.Equal((Now.AddSeconds(9), Now, Now), Times(row));
        row.WaitUntil(Now.AddHours(1), null);
        Assert.Equal((Now.AddHours(1), Now.AddHours(1), Now), Times(row));
    }

    [Fact]
    public void Said_ended_or_refused_its_words_go_and_its_reason_stays()
    {
        var (said, ended, refused) = (Of(), Of(), Of());

        said.Finish(Now.AddSeconds(1));
        ended.End(Now.AddSeconds(2), "nobody needs it");
        refused.Refuse(Now.AddSeconds(3), "Bad Request");

        Assert.Equal((OutboxState.Sent, Now.AddSeconds(1), null), (said.State, said.SentAt, said.Why));
        Assert.Equal((OutboxState.Ended, Now.AddSeconds(2), "nobody needs it"), (ended.State, ended.SentAt, ended.Why));
        Assert.Equal("refused: Say: Bad Request", refused.Why);
        Assert.All([said, ended, refused], r => Assert.Null(r.Arguments));
    }

    [Theory]
    [InlineData(256, 256)]
    [InlineData(257, 256)]
    public void A_long_reason_is_cut(int length, int kept)
    {
        var row = Of();

        row.Hold(new string('x', length));

        Assert.Equal((OutboxState.Held, kept), (row.State, row.Why!.Length));
    }

    [Fact]
    public void A_lease_is_past_when_another_took_it_up_or_it_was_said()
    {
        var (lease, row) = (Of(), Of());
        lease.Lease(Now);
        row.Lease(Now);
        Assert.False(row.IsPast(lease));
        row.TryAgain(Now, "cut");
        Assert.False(row.IsPast(lease));
        row.Lease(Now);
        Assert.True(row.IsPast(lease));

        var (said, ended) = (Of(), Of());
        said.Lease(Now);
        said.Finish(Now);
        ended.Lease(Now);
        ended.End(Now, "");

        Assert.True(said.IsPast(lease));
        Assert.True(ended.IsPast(lease));
    }

    [Fact]
    public void Sent_elsewhere_than_it_was_made_for_it_has_moved()
    {
        var row = Of();
        Assert.False(row.HasMoved);

        row.MoveTo(new ChatAddress(-2, 5));

        Assert.True(row.HasMoved);
        Assert.Equal((-2L, 5), (row.ChatId, row.ThreadId));
    }

    [Fact]
    public void Made_by_a_clock_that_was_ahead_it_is_pulled_in_by_as_much()
    {
        var row = Of(Now.AddHours(1));
        row.Lease(Now);
        row.TryAgain(Now.AddHours(2), "cut");

        row.PullIn(TimeSpan.FromMinutes(10));

        Assert.Equal((Now.AddMinutes(110), Now.AddMinutes(50), Now.AddMinutes(-10)), Times(row));
        Assert.Equal(Now.AddMinutes(-10), row.LeasedAt);
    }

    [Theory]
    [InlineData(nameof(OutboxPriority.Answer), nameof(SendKind.Turn))]
    [InlineData(nameof(OutboxPriority.Private), nameof(SendKind.Turn))]
    [InlineData(nameof(OutboxPriority.Turn), nameof(SendKind.Turn))]
    [InlineData(nameof(OutboxPriority.Card), nameof(SendKind.Card))]
    [InlineData(nameof(OutboxPriority.Refresh), nameof(SendKind.Card))]
    public void What_somebody_waits_for_may_jump_the_queue_of_its_chat(string priority, string kind) =>
        Assert.Equal(kind, Of(priority: Enum.Parse<OutboxPriority>(priority)).SendKind.ToString());

    private static (DateTimeOffset Due, DateTimeOffset? Wanted, DateTimeOffset Made) Times(OutboxMessage row) =>
        (row.DueAt, row.WantedAt, row.CreatedAt);

    private static OutboxMessage Of(DateTimeOffset? dueAt = null, OutboxPriority priority = OutboxPriority.Turn) =>
        OutboxMessage.Of(new Intent("Say", new ChatAddress(-1), "test:1", priority, new { Text = "x" }, dueAt), Now);
}
