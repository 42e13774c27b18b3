using System.CommandLine;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load;

/// <summary>Measures what is asked for and prints one table.</summary>
internal static class LoadCommand
{
    private static readonly Option<string> Bot = Required("--bot", "The published bot.");
    private static readonly Option<string> Sandbox = Required("--sandbox", "The look-alike of Telegram.");
    private static readonly Option<string> Folder = Required("--folder", "Where databases may be made.");
    private static readonly Option<string?> Postgres = new("--postgres")
    {
        Description = "A server, without database.",
    };
    private static readonly Option<string?> Write = new("--write") { Description = "A page to write the table to." };
    private static readonly Option<string?> Tests = new("--tests")
    {
        Description = "How long scripts/test took from a fresh clone, such as 7:40; measured by hand.",
    };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = $"Only some: {string.Join(", ", AllMeasures.Names)}.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static RootCommand Make()
    {
        Only.AcceptOnlyFromAmong(AllMeasures.Names);
        var command = new RootCommand("Measures HandoffBot from outside.")
        {
            Bot,
            Sandbox,
            Folder,
            Postgres,
            Write,
            Tests,
            Only,
            LifeCommand.Make(),
        };
        command.SetAction((given, _) => RunAsync(given));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given)
    {
        var programs = new Programs(
            given.GetRequiredValue(Bot),
            given.GetRequiredValue(Sandbox),
            given.GetRequiredValue(Folder),
            given.GetValue(Postgres)
        );
        var measures = new AllMeasures(programs, given.GetValue(Tests), given.GetValue(Only) ?? []);
        var rows = await measures.RunAsync();
        Console.WriteLine(Report.Table(rows));
        Console.WriteLine($"Measured on {Machine.This()}.");
        if (given.GetValue(Write) is { } page)
        {
            await File.WriteAllTextAsync(page, Report.Page(rows, Machine.This()));
        }

        return rows.Any(r => r.Reached == false) ? 1 : 0;
    }

    private static Option<string> Required(string name, string description) =>
        new(name) { Required = true, Description = description };
}
