using CsCheck;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>Turns with any crew, whatever happens in whatever order.</summary>
public sealed class AnyTurnTests
{
    private static readonly Gen<int[]> Weights = Gen.Int[0, Member.LargestWeight].Array[1, 8];

    /// <summary>Who comes or goes before which lead.</summary>
    private static readonly Gen<(int Who, bool Moves, int Minutes)[]> Life = Gen.Select(
        Gen.Int[0, 7],
        Gen.Bool,
        Gen.Int[0, 120]
    ).Array[1, 150];

    [Fact]
    public void Whoever_comes_and_goes_the_next_is_there_has_a_weight_and_is_farthest_behind() =>
        Gen.Select(Weights, Life)
            .Sample(
                (weights, life) =>
                {
                    var on = weights.Select((_, n) => n % 2 == 0).ToArray();
                    var crew = weights.Select((w, n) => Of(n, w, TimeSpan.Zero, 0)).ToArray();
                    foreach (var (who, moves, minutes) in life)
                    {
                        on[who % on.Length] ^= moves;
                        var passed = TimeSpan.FromMinutes(minutes);
                        crew = [.. crew.Select((c, n) => on[n] ? c with { OnShift = c.OnShift + passed } : c)];
                        var there = crew.Where((_, n) => on[n]).ToList();

                        var next = Turn.Of(there);

                        Assert.Equal(there.Exists(c => c.Weight > 0), next is not null);
                        if (next is { } person)
                        {
                            var chosen = Assert.Single(there, c => c.Person == person);
                            Assert.True(chosen.Weight > 0);
                            Assert.All(
                                there.Where(c => c.Weight > 0),
                                c => Assert.True(Load(chosen) <= Load(c) * (1 + 1e-9))
                            );
                            Assert.Equal(next, Turn.Of(there.AsEnumerable().Reverse()));
                            crew = [.. crew.Select(c => c.Person == person ? c with { Offers = c.Offers + 1 } : c)];
                        }
                    }
                },
                iter: 500
            );

    [Fact]
    public void With_the_same_time_on_shift_nobody_is_more_than_one_lead_below_their_share() =>
        Gen.Select(Weights, Gen.Int[1, 400], Gen.Int[1, 2400])
            .Sample(
                (weights, leads, minutes) =>
                {
                    var crew = weights.Select((w, n) => Of(n, w, TimeSpan.FromMinutes(minutes), 0)).ToArray();
                    for (var lead = 0; lead < leads && Turn.Of(crew) is { } next; lead++)
                    {
                        crew = [.. crew.Select(c => c.Person == next ? c with { Offers = c.Offers + 1 } : c)];
                    }

                    var (all, weight) = (crew.Sum(c => c.Offers), Math.Max(1, weights.Sum()));
                    Assert.Equal(weights.Sum() == 0 ? 0 : leads, all);
                    Assert.All(
                        crew,
                        c =>
                        {
                            var share = (double)all * c.Weight / weight;
                            Assert.InRange(c.Offers, Math.Floor(share - 1e-9), share + crew.Length);
                        }
                    );
                },
                iter: 500
            );

    private static Turn.Candidate Of(int number, int weight, TimeSpan time, int offers) =>
        new(new PersonId(number + 1), weight, time, offers);

    /// <summary>What they would have had of each hour, weighed, with one more.</summary>
    private static double Load(Turn.Candidate c) =>
        (c.Offers + 1) / (c.Weight * Math.Max(c.OnShift.TotalHours, Turn.Shortest.TotalHours));
}
