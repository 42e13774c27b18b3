using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Tests.Telegram;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Outbox;

public sealed class OutageTests : IDisposable
{
    private const long Chat = 7;
    private const long Other = 8;

    private readonly SendLimits limits = new(Options.Create(new SendLimitsOptions()), new FakeTimeProvider());
    private readonly LogLines log = new();
    private readonly ILoggerFactory loggers;
    private readonly Outage outage;

    public OutageTests()
    {
        loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        outage = new Outage(limits, new RetryPolicy(new Random(1)), loggers.CreateLogger<Outage>());
    }

    public void Dispose()
    {
        loggers.Dispose();
        log.Dispose();
    }

    [Fact]
    public void One_stumble_and_a_second_hold_up_their_chat_alone_and_the_third_in_a_row_is_an_outage()
    {
        Fail(Chat);
        Assert.Equal((false, true, false), (outage.IsOn, Waits(Chat), Waits(Other)));
        Fail(Chat);
        Assert.Equal((false, false), (outage.IsOn, Waits(Other)));

        Fail(Chat);

        Assert.Equal((true, true), (outage.IsOn, Waits(Other)));
        Fail(Chat);
        Assert.Contains("does not answer", Assert.Single(log.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_answer_ends_it_and_what_was_before_does_not_count_any_more()
    {
        Fail(Chat);
        Fail(Chat);
        Assert.False(outage.Answered());
        Fail(Chat);
        Fail(Chat);
        Assert.False(outage.IsOn);
        Fail(Chat);

        Assert.True(outage.Answered());

        Assert.False(outage.IsOn);
        Assert.False(outage.Answered());
        Assert.Equal(2, log.All.Count);
    }

    [Fact]
    public void A_token_that_is_refused_is_an_outage_at_once_and_for_a_minute()
    {
        outage.Failed(new SendOutcome.Unauthorized(), Chat);

        Assert.True(outage.IsOn);
        Assert.Equal(TimeSpan.FromSeconds(60), limits.WaitFor(Other, SendKind.Turn, isGroup: false));
        Assert.Contains("token", Assert.Single(log.All), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unanswered_message_keeps_its_place_eight_times()
    {
        Assert.Equal(TimeSpan.Zero, outage.OwnWait(1));
        Assert.Equal(TimeSpan.Zero, outage.OwnWait(8));
        Assert.True(outage.OwnWait(9) > TimeSpan.Zero);
    }

    private void Fail(long chat) => outage.Failed(new SendOutcome.Unanswered("cut"), chat);

    private bool Waits(long chat) => limits.WaitFor(chat, SendKind.Turn, isGroup: false) > TimeSpan.Zero;
}
