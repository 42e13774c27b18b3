using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Sites that post the same again, later or in the same instant, and people who ask twice.</summary>
internal static class Repeats
{
    private const int Connections = 32;

    // Of ten posts seven are new, two are repeats sent in the same instant as the first, one comes later.
    private const int NewOfTen = 7;
    private const int AtOnceOfTen = 2;

    public static async Task<Row> MeasureAsync(Programs programs, Database database, int posts)
    {
        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        await using var stage = await Stage.StartAsync(programs, database, limits: true, reps: 1, unlimited);
        var distinct = posts * NewOfTen / 10;
        var answers = new List<(LeadPost Lead, PostAnswer Answer)>();
        await Parallel.ForEachAsync(
            Waves(distinct, posts),
            new ParallelOptions { MaxDegreeOfParallelism = Connections },
            async (wave, _) =>
            {
                var answered = await Task.WhenAll(wave.Select(lead => stage.Bot.PostAsync(lead)));
                lock (answers)
                {
                    answers.AddRange(wave.Zip(answered));
                }
            }
        );

        var rows = await CountAsync(database, "select count(*) from inquiries");
        var doubled = await CountAsync(database, OpenLeadsOfOneContact);
        var refused = answers.Count(a => a.Answer.Lead is null);
        var torn = answers
            .GroupBy(a => a.Lead.ExternalId)
            .Count(g => g.Select(a => a.Answer.Lead).Distinct().Count() != 1);
        var unsaid = answers
            .GroupBy(a => a.Lead.ExternalId)
            .Sum(g => Math.Max(0, g.Count(a => !a.Answer.Duplicate) - 1));
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{answers.Count:#,0} posts, 30 % repeats, 20 % in the same instant, each contact in two of them, {database.Provider}: "
                    + $"rows against distinct ids; contacts with two open leads; repeats with another number, or not called duplicate"
            ),
            "equal; 0; 0",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows:#,0} of {distinct:#,0}; {doubled}; {torn + unsaid}; {refused} not taken"
            ),
            rows == distinct && doubled + torn + unsaid + refused == 0
        )
        {
            IsSound = rows == distinct && doubled + torn + unsaid + refused == 0,
        };
    }

    private const string OpenLeadsOfOneContact = """
        select count(*) from (
            select c.phone from leads l join contacts c on c.id = l.contact_id
            where l.status not in ('Won', 'Lost', 'Rejected', 'Merged') group by c.phone having count(*) > 1) as doubled
        """;

    /// <summary>What is sent in one instant: a lead alone, or with its repeat; the later repeats come behind all of those they repeat.</summary>
    private static IEnumerable<IReadOnlyList<LeadPost>> Waves(int distinct, int posts)
    {
        var atOnce = posts * AtOnceOfTen / 10;
        for (var id = 0; id < distinct; id++)
        {
            yield return id < atOnce ? [Of(id), Of(id)] : [Of(id)];
        }

        for (var id = 0; id < posts - distinct - atOnce; id++)
        {
            yield return [Of(distinct - 1 - id)];
        }
    }

    /// <summary>Two ids share a contact.</summary>
    private static LeadPost Of(int id) => LeadPost.Of(id / 2) with { ExternalId = $"r{id}" };

    private static async Task<long> CountAsync(Database database, string sql) =>
        long.Parse((await database.ReadAsync(sql)).Single(), CultureInfo.InvariantCulture);
}
