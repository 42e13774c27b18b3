using HandoffBot.Outbox;

namespace HandoffBot.Tests.Outbox;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public void Each_lost_answer_doubles_the_wait_up_to_a_minute(int attempts, double seconds)
    {
        var policy = new RetryPolicy(new Random(1));

        var waits = Enumerable.Range(0, 50).Select(_ => policy.AfterUnanswered(attempts).TotalSeconds).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, seconds * 0.8, seconds * 1.2));
        Assert.True(waits.Distinct().Count() > 10);
    }

    [Fact]
    public void What_Telegram_says_is_a_floor() =>
        Assert.Equal(TimeSpan.FromSeconds(18), RetryPolicy.AfterTooMany(TimeSpan.FromSeconds(17)));
}
