using System.CommandLine;

namespace HandoffBot.Load.Inside;

/// <summary>The bot as a process that dies where it is told to.</summary>
internal static class LifeCommand
{
    public const string Name = "life";

    private static readonly Option<DeathPoint> At = new("--at") { Description = "Where it dies." };
    private static readonly Option<int> Pass = new("--pass") { Description = "When it passes there so many times." };
    private static readonly Option<TimeSpan> Ahead = new("--ahead") { Description = "Of its clock." };

    public static Command Make()
    {
        var command = new Command(Name, "Runs the bot until it kills itself at a named point.") { At, Pass, Ahead };
        command.SetAction(
            (given, token) =>
                Life.LiveAsync(new Fate(given.GetValue(At), given.GetValue(Pass)), given.GetValue(Ahead), token)
        );
        return command;
    }

    /// <param name="pass">From 1.</param>
    /// <param name="ahead">Null: its clock is the machine's.</param>
    public static string[] Arguments(DeathPoint at, int pass, TimeSpan? ahead = null) =>
        [
            Name,
            "--at",
            at.ToString(),
            "--pass",
            pass.ToString(CultureInfo.InvariantCulture),
            "--ahead",
            (ahead ?? TimeSpan.Zero).ToString("c", CultureInfo.InvariantCulture),
        ];
}
