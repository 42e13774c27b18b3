using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>When the clocks of the company next show this time.</summary>
    public DateTimeOffset Coming(TimeSpan time)
    {
        var local = WallClock.Local(World.Clock.GetUtcNow(), Cast.Zone);
        var today = local.Date + time;
        return WallClock.At(today > local ? today : today.AddDays(1), Cast.Zone);
    }

    /// <summary>A minute after the team opens next, holidays left out; where there is no team yet, after nine.</summary>
    public async Task<DateTimeOffset> OpeningAsync(CancellationToken cancellationToken)
    {
        await using var scope = session.Services!.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        var team = await db.Teams.AsNoTracking().OrderBy(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        var hours = team?.Rhythm.Hours ?? WorkingHours.Default(Cast.Zone);
        var now = World.Clock.GetUtcNow();
        return hours.Openings(now).First(o => o.From > now).From.AddMinutes(1);
    }

    /// <summary>Lets the watcher look; in real time, for the sandbox's clock may jump.</summary>
    public static Task PauseAsync(double seconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellationToken);
}
