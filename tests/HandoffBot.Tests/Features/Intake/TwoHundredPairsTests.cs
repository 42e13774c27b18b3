using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

/// <summary>
/// Two inquiries each, of invented people, judged by hand before any rule was written: a couple with one phone, an office's number, a
/// number that has a new owner, spellings, tags. They go the whole way, over HTTP and through the database.
/// </summary>
public sealed class TwoHundredPairsTests
{
    private const int Pairs = 200;

    /// <summary>Of those that are one person, in hundredths.</summary>
    private const int MostApart = 2;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_hundred_pairs_none_is_wrongly_joined_and_two_of_a_hundred_are_wrongly_apart(
        StorageProvider provider
    )
    {
        var limits = new IntakeOptions { Burst = 0, PerSecond = 0 };
        await using var stage = await IntakeStage.StartAsync(provider, limits: limits);
        var pairs = Read();
        var (joined, apart) = (new List<string>(), new List<string>());
        foreach (var pair in pairs)
        {
            await stage.PostAsync(pair.First);
            stage.Bot.Clock.Advance(pair.After);
            var again = await stage.PostAsync(pair.Second);
            var isJoined = again.Body.Contains("repeatInquiry", StringComparison.Ordinal);
            (
                isJoined && !pair.IsSame ? joined
                : !isJoined && pair.IsSame ? apart
                : []
            ).Add(pair.Line);
        }

        Assert.Equal(Pairs, pairs.Count);
        Assert.Equal(2 * Pairs, await stage.Bot.ReadAsync(db => db.Inquiries.CountAsync()));
        Assert.Empty(joined);
        var same = pairs.Count(p => p.IsSame);
        Assert.True(100 * apart.Count <= MostApart * same, string.Join('\n', apart));
    }

    private static List<Pair> Read() =>
        [
            .. File.ReadLines(Repository.PathOf("tests/HandoffBot.Tests/Features/Intake/pairs.csv"))
                .Skip(1)
                .Select(line => Of(line, line.Split(';'))),
        ];

    private static Pair Of(string line, string[] cells) =>
        new(
            line,
            cells[1] == "same",
            TimeSpan.FromDays(int.Parse(cells[2], CultureInfo.InvariantCulture)),
            Post(cells[3..7]),
            Post(cells[7..11])
        );

    private static Dictionary<string, string> Post(string[] cells) =>
        new[] { "name", "phone", "email", "messenger" }
            .Zip(cells)
            .Where(p => p.Second.Length > 0)
            .ToDictionary(p => p.First, p => p.Second);

    private sealed record Pair(
        string Line,
        bool IsSame,
        TimeSpan After,
        Dictionary<string, string> First,
        Dictionary<string, string> Second
    );
}
