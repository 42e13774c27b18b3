using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class TurnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Of_a_thousand_leads_everybody_gets_their_share_of_the_time_on_shift(int seed)
    {
        var random = new Random(seed);
        var crew = Enumerable.Range(1, 6).Select(n => new Worker(new PersonId(n), 1)).ToList();

        HandOut(crew, 1000, random);

        var (offers, time) = (crew.Sum(w => w.Offers), crew.Sum(w => w.OnShift.TotalHours));
        Assert.All(crew, w => Assert.InRange((w.Offers / (double)offers) - (w.OnShift.TotalHours / time), -0.02, 0.02));
    }

    [Fact]
    public void Twice_the_weight_is_twice_as_many()
    {
        var crew = new List<Worker> { new(new PersonId(1), 2), new(new PersonId(2), 1), new(new PersonId(3), 0) };
        crew.ForEach(w => w.IsOn = true);

        HandOut(crew, 300, null);

        Assert.Equal([200, 100, 0], crew.Select(w => w.Offers));
    }

    [Fact]
    public void Who_comes_back_from_a_week_away_is_not_flooded()
    {
        Turn.Candidate[] crew =
        [
            new(new PersonId(1), 1, TimeSpan.FromHours(40), 200),
            new(new PersonId(2), 1, TimeSpan.FromHours(40), 200),
            new(new PersonId(3), 1, TimeSpan.FromMinutes(5), 0),
        ];
        var offers = new Dictionary<PersonId, int>();
        for (var lead = 0; lead < 30; lead++)
        {
            var next = Turn.Of(crew)!.Value;
            offers[next] = offers.GetValueOrDefault(next) + 1;
            crew = [.. crew.Select(c => c.Person == next ? c with { Offers = c.Offers + 1 } : c)];
        }

        Assert.InRange(offers.GetValueOrDefault(new PersonId(3)), 1, 10);
    }

    [Fact]
    public void Nobody_to_offer_to_is_nobody()
    {
        Assert.Null(Turn.Of([]));
        Assert.Null(Turn.Of([new Turn.Candidate(new PersonId(1), 0, TimeSpan.FromHours(1), 0)]));
    }

    [Theory]
    [InlineData(1, 30, 0, 1, 30, 0, 1)]
    [InlineData(1, 30, 1, 1, 30, 0, 2)]
    [InlineData(1, 60, 1, 1, 31, 0, 2)]
    [InlineData(1, 60, 1, 1, 30, 0, 1)]
    [InlineData(1, 60, 1, 1, 29, 0, 1)]
    [InlineData(1, 60, 2, 2, 60, 5, 1)]
    [InlineData(1, 60, 2, 2, 60, 3, 2)]
    [InlineData(1, 5, 0, 1, 29, 0, 1)]
    [InlineData(1, 31, 0, 1, 30, 0, 1)]
    public void Next_is_who_is_farthest_behind_and_of_equals_the_first(
        int weight,
        int minutes,
        int offers,
        int otherWeight,
        int otherMinutes,
        int otherOffers,
        int next
    )
    {
        Turn.Candidate[] crew =
        [
            new(new PersonId(2), otherWeight, TimeSpan.FromMinutes(otherMinutes), otherOffers),
            new(new PersonId(1), weight, TimeSpan.FromMinutes(minutes), offers),
        ];

        Assert.Equal(new PersonId(next), Turn.Of(crew));
    }

    /// <summary>A lead every six minutes of the week's working days; everybody comes and goes as they like.</summary>
    private static void HandOut(List<Worker> crew, int leads, Random? random)
    {
        for (var lead = 0; lead < leads; lead++)
        {
            foreach (var worker in crew.Where(_ => random?.Next(40) == 0))
            {
                worker.IsOn = !worker.IsOn;
            }

            if (random is not null && !crew.Exists(w => w.IsOn))
            {
                crew[random.Next(crew.Count)].IsOn = true;
            }

            crew.Where(w => w.IsOn).ToList().ForEach(w => w.OnShift += TimeSpan.FromMinutes(6));
            var next = Turn.Of(crew.Where(w => w.IsOn).Select(w => w.Candidate))!.Value;
            crew.Single(w => w.Person == next).Offers++;
        }
    }

    private sealed class Worker(PersonId person, int weight)
    {
        public PersonId Person => person;

        public bool IsOn { get; set; }

        public TimeSpan OnShift { get; set; }

        public int Offers { get; set; }

        public Turn.Candidate Candidate => new(person, weight, OnShift, Offers);
    }
}
