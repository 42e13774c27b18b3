using System.CommandLine;
using HandoffBot.Persistence;
using HandoffBot.Settings;
using Microsoft.Extensions.Logging.Console;

namespace HandoffBot.Verbs;

/// <summary>What the verbs have in common: settings may follow them, and all but <c>run</c> work beside the running bot.</summary>
internal static class Verb
{
    /// <param name="act">Gets the settings that were given on the command line.</param>
    public static Command Of(
        string name,
        string does,
        Func<ParseResult, string[], CancellationToken, Task<int>> act,
        params IEnumerable<Symbol> takes
    )
    {
        var command = new Command(name, does) { TreatUnmatchedTokensAsErrors = false };
        foreach (var symbol in takes)
        {
            if (symbol is Option option)
            {
                command.Options.Add(option);
            }
            else if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
        }

        command.SetAction((parsed, token) => act(parsed, Settings(parsed.UnmatchedTokens), token));
        return command;
    }

    /// <summary>Everything put together and nothing started; standard output is the verb's own.</summary>
    public static WebApplication Build(string[] settings) =>
        HandoffBotHost.Build(
            settings,
            builder =>
            {
                builder.Logging.AddFilter(level => level >= LogLevel.Warning);
                builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
            }
        );

    /// <summary>Does something beside the running bot, which sees the result at once. The handlers save by themselves.</summary>
    public static async Task<T> BesideAsync<T>(
        string[] settings,
        Func<IServiceProvider, Task<T>> act,
        CancellationToken cancellationToken
    )
    {
        await using var app = Build(settings);
        if (await app.Services.GetRequiredService<Database>().PendingAsync(cancellationToken) is { Count: > 0 })
        {
            throw new StartRefusedException("the database is not up to date: run \"HandoffBot migrate\" first.");
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public static int Say(params IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }

        return ExitCode.Done;
    }

    public static int Refuse(string why)
    {
        Console.Error.WriteLine($"Nothing was changed: {why}");
        return ExitCode.Failed;
    }

    /// <summary>A misspelt option must not pass for a setting: settings have a colon in their names.</summary>
    public static string[] Settings(IReadOnlyList<string> given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            var isSetting = given[i].StartsWith("--", StringComparison.Ordinal) && IsKey(given[i][2..].Split('=')[0]);
            if (!isSetting)
            {
                throw new SettingException($"{given[i]} is not known here; see --help.");
            }

            i += given[i].Contains('=', StringComparison.Ordinal) ? 0 : 1;
        }

        return [.. given];
    }

    private static bool IsKey(string text) =>
        text.Contains(':', StringComparison.Ordinal) || text.Equals("Urls", StringComparison.OrdinalIgnoreCase);
}
