using HandoffBot.Outbox;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Outbox;

/// <summary>Sixty leads at once into one group, half of them claimed while the cards still come.</summary>
public sealed class RushHourTests
{
    private const long Group = -100;
    private const int Cards = 60;
    private const int Claimed = 30;

    private readonly FakeTimeProvider clock = new();
    private readonly List<double> sentAt = [];
    private readonly List<double> turnWaits = [];
    private readonly PriorityQueue<double, double> claims = new();

    [Theory]
    [InlineData(1, 0.2, 0.4)]
    [InlineData(2, 0.5, 10)]
    [InlineData(3, 1, 30)]
    [InlineData(4, 5, 60)]
    public void All_goes_nearly_as_fast_as_allowed_and_claimed_cards_turn_soon(int seed, double soonest, double latest)
    {
        var think = new Random(seed);

        Run(() => soonest + ((latest - soonest) * think.NextDouble()));

        Assert.Equal(Cards + Claimed, sentAt.Count);
        Assert.InRange(sentAt[^1], 0, 1.15 * GreedyReplay(sentAt.Count));
        Assert.InRange(turnWaits.Order().ElementAt((int)Math.Ceiling(Claimed * 0.95) - 1), 0, 15);
        Assert.All(sentAt.Skip(20).Zip(sentAt), pair => Assert.True(pair.First - pair.Second > 60));
    }

    private void Run(Func<double> thinkingTime)
    {
        var limits = new SendLimits(Options.Create(new SendLimitsOptions()), clock);
        var start = clock.GetTimestamp();
        var (cards, due) = (0, new Queue<double>());
        while (sentAt.Count < Cards + Claimed)
        {
            var now = clock.GetElapsedTime(start).TotalSeconds;
            while (claims.TryPeek(out var at, out _) && at <= now)
            {
                due.Enqueue(claims.Dequeue());
            }

            var kind = due.Count > 0 ? SendKind.Turn : SendKind.Card;
            var wait = kind == SendKind.Card && cards == Cards ? TimeSpan.MaxValue : limits.WaitFor(Group, kind, true);
            if (wait > TimeSpan.Zero)
            {
                var nextClaim = claims.TryPeek(out var at, out _) ? TimeSpan.FromSeconds(at - now) : TimeSpan.MaxValue;
                clock.Advance((wait < nextClaim ? wait : nextClaim) + TimeSpan.FromTicks(1));
                continue;
            }

            limits.Record(Group);
            sentAt.Add(now);
            if (kind == SendKind.Turn)
            {
                turnWaits.Add(now - due.Dequeue());
            }
            else if (++cards <= Claimed)
            {
                var at = now + thinkingTime();
                claims.Enqueue(at, at);
            }
        }
    }

    /// <summary>When the last of so many would go if each went as soon as 20 a minute and 1 a second beyond 3 allow.</summary>
    private static double GreedyReplay(int count)
    {
        var (sent, rested) = (new List<double>(), 0.0);
        for (var i = 0; i < count; i++)
        {
            var at = Math.Max(rested - 2, i < 20 ? 0 : sent[^20] + 60);
            at = i == 0 ? 0 : Math.Max(at, sent[^1]);
            sent.Add(at);
            rested = Math.Max(rested, at) + 1;
        }

        return sent[^1];
    }
}
