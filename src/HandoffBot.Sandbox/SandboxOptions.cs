using HandoffBot.Domain.Team;

namespace HandoffBot.Sandbox;

/// <summary>How a sandbox begins.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Of the page, the people and the team.</summary>
    public Language Language { get; init; } = Language.Russian;

    /// <summary>The page's port; look-alike, bot and its management take the three after it. Null: any free ones.</summary>
    public int? Port { get; init; }

    public Scene Scene { get; init; } = Scene.Morning;

    /// <summary>Off: only the look-alike and the page; a bot of one's own can be pointed at it.</summary>
    public bool WithBot { get; init; } = true;

    public bool WithPage { get; init; } = true;

    /// <summary>Another program may act as the people, on the fourth port after the page's.</summary>
    public bool WithControl { get; init; }

    /// <summary>A SQLite file to be made and kept; null: a temporary one, deleted at the end.</summary>
    public string? DataFile { get; init; }

    /// <summary>What the clock shows at first; null: what suits the scene, and for a bot of one's own the real time.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Settings of the bot that differ from the sandbox's.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>For a part of the program number <paramref name="offset"/> after the page; 0 takes any free port.</summary>
    public int PortOf(int offset) => Port is { } first ? first + offset : 0;
}

/// <summary>What is there at the beginning.</summary>
internal enum Scene
{
    /// <summary>People and chats; the bot is in none of them and has no admin.</summary>
    Empty,

    /// <summary>The demo company set up, without a past.</summary>
    Company,

    /// <summary>The demo company with weeks behind it, on a Monday morning in full swing.</summary>
    Morning,
}
