namespace HandoffBot.Outbox;

/// <summary>What one part of the bot has another one say, by name.</summary>
internal static class Deliveries
{
    /// <summary>The card of a lead; takes <see cref="OfLead"/>.</summary>
    public const string PostCard = "PostCard";

    /// <summary>Asks a manager about somebody new in a chat open to all; takes <see cref="Newcomer"/>.</summary>
    public const string AskAboutNewcomer = "AskAboutNewcomer";

    /// <summary>What a team still lacks before everything works; takes <see cref="OfNewTeam"/>.</summary>
    public const string ShowRemaining = "ShowRemaining";

    /// <summary>Writes over what stands about a lead whose contact was forgotten.</summary>
    public const string CoverMessages = "CoverMessages";

    /// <summary>Takes a message with a secret away again; takes <see cref="Secret"/>.</summary>
    public const string RemoveSecret = "RemoveSourceKey";

    /// <summary>The line in the sales chat for the leads of a list; takes <see cref="OfList"/>.</summary>
    public const string PostList = "PostList";

    /// <summary>The same line anew; takes <see cref="OfList"/>.</summary>
    public const string DrawList = "DrawList";

    internal sealed record OfList(long List);

    internal sealed record OfLead(long Lead);

    internal sealed record OfNewTeam(int Team);

    internal sealed record Newcomer(int Team, long Person, bool Marketing);

    /// <param name="Instead">The text it is written over with.</param>
    internal sealed record Secret(int MessageId, int Team, string Instead);
}
