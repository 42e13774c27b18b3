using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffBot.Domain.Team;

namespace HandoffBot.Sandbox.Demo;

/// <summary>The demo company in one language: names, wishes, campaigns; from <c>ru.json</c> or <c>en.json</c>.</summary>
internal sealed record DemoTexts
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public required Language Language { get; init; }

    public required string Zone { get; init; }

    public required string Country { get; init; }

    public required string Currency { get; init; }

    public required string Team { get; init; }

    public required string SalesChat { get; init; }

    public required string Channel { get; init; }

    public required string Site { get; init; }

    public required IReadOnlyDictionary<string, DemoPerson> People { get; init; }

    public required string[] Sources { get; init; }

    public required string[] Campaigns { get; init; }

    public required string[] Products { get; init; }

    public required string[] Cities { get; init; }

    public required string[] FarCities { get; init; }

    public required string[] Wishes { get; init; }

    public required string[] BadWishes { get; init; }

    public required DemoNames Women { get; init; }

    public required DemoNames Men { get; init; }

    public required SiteForm Form { get; init; }

    /// <summary>What a rep notes about a lead.</summary>
    public required string Note { get; init; }

    /// <summary>What marketing announces that Monday.</summary>
    public required string Promotion { get; init; }

    /// <summary>The smallest and the largest deal, in minor units.</summary>
    public required long[] DealMinor { get; init; }

    /// <summary>Somebody's first and last name, which agree in gender.</summary>
    public string NameFrom(Random random)
    {
        var names = random.Next(2) == 0 ? Women : Men;
        return $"{names.First[random.Next(names.First.Length)]} {names.Last[random.Next(names.Last.Length)]}";
    }

    public static DemoTexts Of(Language language)
    {
        var name = language == Language.Russian ? "ru.json" : "en.json";
        using var stream = typeof(DemoTexts).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<DemoTexts>(stream, Reading)!;
    }
}

/// <summary>First and last names that go together.</summary>
internal sealed record DemoNames(string[] First, string[] Last);

/// <summary>How somebody is called, and what stands over their phone.</summary>
internal sealed record DemoPerson(string Name, string Title);
