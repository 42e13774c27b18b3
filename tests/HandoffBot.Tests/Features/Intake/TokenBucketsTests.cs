using HandoffBot.Features.Intake;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Features.Intake;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Full_bucket_gives_its_burst_and_then_as_fast_as_it_fills()
    {
        var buckets = new TokenBuckets(clock);

        var burst = Enumerable.Range(0, 3).Select(_ => buckets.Take("a", 3, 2)).ToList();
        var over = buckets.Take("a", 3, 2);
        clock.Advance(over);
        var next = buckets.Take("a", 3, 2);

        Assert.All(burst, w => Assert.Equal(TimeSpan.Zero, w));
        Assert.Equal(TimeSpan.FromMilliseconds(500), over);
        Assert.Equal(TimeSpan.Zero, next);
    }

    [Fact]
    public void One_senders_flood_is_nothing_to_another()
    {
        var buckets = new TokenBuckets(clock);
        buckets.Take("a", 1, 1);

        Assert.NotEqual(TimeSpan.Zero, buckets.Take("a", 1, 1));
        Assert.Equal(TimeSpan.Zero, buckets.Take("b", 1, 1));
    }

    [Fact]
    public void Senders_without_end_take_no_memory_without_end_and_give_the_emptiest_bucket_nothing_back()
    {
        var buckets = new TokenBuckets(clock);
        for (var i = 0; i < 5; i++)
        {
            buckets.Take("greedy", 5, 1);
        }

        for (var i = 0; i < 3 * TokenBuckets.Most; i++)
        {
            buckets.Take($"sender {i}", 5, 1);
        }

        Assert.InRange(buckets.Count, 1, TokenBuckets.Most);
        Assert.NotEqual(TimeSpan.Zero, buckets.Take("greedy", 5, 1));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var buckets = new TokenBuckets(clock);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, buckets.Take("a", 0, 50)));
    }
}
