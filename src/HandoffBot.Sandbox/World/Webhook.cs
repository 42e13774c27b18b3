namespace HandoffBot.Sandbox.World;

internal sealed record Webhook(string Url)
{
    public string? SecretToken { get; init; }

    public string? IpAddress { get; init; }

    public int MaxConnections { get; init; } = 40;
}
