using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>What a story plays with.</summary>
internal sealed class Stage(Session session)
{
    public Cast Cast => session.Cast;

    public TelegramWorld World => session.World;

    public Hands Hands { get; } = new(session);

    public Visitors Visitors { get; } = new(session.Cast.Texts);

    /// <summary>Through the demo company's key or, where people set the bot up themselves, through the form they made.</summary>
    public async Task SendAsync(SiteForm lead, CancellationToken cancellationToken)
    {
        if (session.IsDemo)
        {
            await session.Door.SendLeadAsync(lead, cancellationToken);
            return;
        }

        var form = await FormDoor.KeyAsync(session.Services, cancellationToken);
        if (form is null || await session.Door.SendFormAsync(lead, form, cancellationToken) is not null)
        {
            throw new HttpRequestException("There is no form to send this through.");
        }
    }

    /// <summary>Lets the watcher look; in real time, for the sandbox's clock may jump.</summary>
    public static Task PauseAsync(double seconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);
}
