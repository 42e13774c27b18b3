using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>Who and what there is in the sandbox's world.</summary>
internal sealed record Cast(DemoTexts Texts, BotAccount Bot, long SalesChat, long Channel)
{
    public required Person Ivan { get; init; }

    public required Person Anna { get; init; }

    /// <summary>The rep who never pressed Start.</summary>
    public required Person Petr { get; init; }

    /// <summary>The manager; also the admin.</summary>
    public required Person Olga { get; init; }

    /// <summary>The marketer.</summary>
    public required Person Maria { get; init; }

    public BotWords Says { get; } = new(Texts.Language);

    public IReadOnlyList<Person> Reps => [Ivan, Anna, Petr];

    public IReadOnlyList<Person> Everybody => [Ivan, Anna, Petr, Olga, Maria];

    /// <summary>The same people have the same ids in every language; null for anybody else.</summary>
    public Person? Find(long id) => Everybody.FirstOrDefault(p => p.Id == id);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Texts.Zone);

    /// <summary>In the address of the site's form; the demo company only.</summary>
    public static string FormKey => "sandbox-form";

    /// <summary>The key the site's program sends leads with; the demo company only.</summary>
    public static string SourceKey => "hb_sandbox-key-that-opens-nothing-else";
}
