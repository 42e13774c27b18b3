using HandoffBot.Domain.Team;

namespace HandoffBot.Sandbox.Demo;

/// <summary>The manager makes the next working day a holiday; a lead that comes then waits, and its time begins on the next working day.</summary>
internal static class HolidayStory
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (clock, cast) = (stage.World.Clock, stage.Cast);
        var day = WallClock.Local(await stage.OpeningAsync(cancellationToken), cast.Zone).Date;
        stage.World.Say(cast.Olga.Id, cast.Olga.Id, "/settings");
        await stage.Hands.PressAsync(cast.Olga, cast.Olga.Id, cast.Says.Holidays);
        await Stage.PauseAsync(1.5, cancellationToken);
        stage.World.Say(cast.Olga.Id, cast.Olga.Id, day.ToString("dd.MM", CultureInfo.InvariantCulture));
        await Stage.PauseAsync(3, cancellationToken);

        clock.MoveTo(WallClock.At(day + Noon, cast.Zone));
        await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
        await Stage.PauseAsync(3, cancellationToken);
        clock.Advance(TimeSpan.FromHours(3));
        await Stage.PauseAsync(3, cancellationToken);
        clock.MoveTo(await stage.OpeningAsync(cancellationToken));
        await Stage.PauseAsync(3, cancellationToken);
        clock.Advance(TimeSpan.FromMinutes(3.1));
    }
}
