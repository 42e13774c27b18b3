using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>What a story plays with.</summary>
internal sealed class Stage(Session session)
{
    public Cast Cast => session.Cast;

    public TelegramWorld World => session.World;

    public Hands Hands { get; } = new(session);

    public Visitors Visitors { get; } = new(session.Cast.Texts);

    public Task SendAsync(SiteForm lead, CancellationToken cancellationToken) =>
        session.Door.SendLeadAsync(lead, cancellationToken);

    /// <summary>Lets the watcher look; in real time, for the sandbox's clock may jump.</summary>
    public static Task PauseAsync(double seconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);
}
