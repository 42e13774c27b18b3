namespace HandoffBot.Sandbox.Demo;

/// <summary>The clock goes to the next Monday, nine in the morning: the weekly summary and the daily digest.</summary>
internal static class MondayStory
{
    public static Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        stage.World.Clock.MoveTo(NextMonday(stage.World.Clock.GetUtcNow(), stage.Cast.Zone));
        return Task.CompletedTask;
    }

    public static DateTimeOffset NextMonday(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var days = ((int)DayOfWeek.Monday - (int)local.DayOfWeek + 7) % 7;
        var nine = local.Date.AddDays(days).AddHours(9);
        return Domain.Team.WallClock.At(nine > local ? nine : nine.AddDays(7), zone);
    }
}
