using System.Data.Common;
using System.Text.RegularExpressions;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Verbs;

/// <summary>What keeps the bot from working, in lines a person can act on; a stack would help only with a bug.</summary>
internal sealed partial record Trouble(int ExitCode, IReadOnlyList<string> Lines)
{
    private const string ConversionFailed = "Failed to convert configuration value";

    /// <summary>Null for what is nobody's setting and nobody's infrastructure: a bug.</summary>
    public static Trouble? Of(Exception exception) => OfSettings(exception) ?? OfInfrastructure(exception);

    /// <summary>Runs it, and says in one line each what is wrong.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception ex) when (Of(ex) is { } trouble)
        {
            var what = ex is DatabaseLostException ? "cannot go on" : "cannot start";
            foreach (var line in trouble.Lines)
            {
                await Console.Error.WriteLineAsync($"HandoffBot {what}: {line}");
            }

            return trouble.ExitCode;
        }
    }

    private static Trouble? OfSettings(Exception exception) =>
        exception switch
        {
            AggregateException several when several.InnerExceptions.All(i => i is OptionsValidationException) => Wrong([
                .. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(Failures),
            ]),
            OptionsValidationException wrong => Wrong([.. Failures(wrong)]),
            SettingException wrong => Wrong([wrong.Message]),
            InvalidOperationException wrong when wrong.Message.StartsWith(ConversionFailed, StringComparison.Ordinal) =>
                Wrong([Choices(wrong.Message) ?? wrong.Message]),
            InvalidDataException wrong => Wrong([$"{wrong.Message} {wrong.GetBaseException().Message}"]),
            _ => null,
        };

    private static Trouble? OfInfrastructure(Exception exception) =>
        // What says how to mend it comes before the fault within.
        exception is DatabaseLostException or StartRefusedException
            ? Broken(OneLine(exception.Message))
        : Chain(exception).OfType<DbException>().FirstOrDefault() is { } database
            ? Broken($"the database cannot be used: {OneLine(database.Message)}")
        : exception is IOException ? Broken(OneLine(exception.Message))
        : null;

    /// <summary>What a setting with named values may be; null for one of another kind.</summary>
    private static string? Choices(string failed)
    {
        var (words, types) = (Conversion().Match(failed), typeof(Trouble).Assembly.DefinedTypes);
        var kind = types
            .Concat(typeof(Language).Assembly.DefinedTypes)
            .FirstOrDefault(t => t.FullName == words.Groups["type"].Value);
        return kind is { IsEnum: true }
            ? $"{words.Groups["key"]} must be {string.Join(" or ", Enum.GetNames(kind))}, was '{words.Groups["value"]}'."
            : null;
    }

    private static Trouble Wrong(IReadOnlyList<string> lines) => new(Verbs.ExitCode.WrongSettings, lines);

    private static Trouble Broken(string line) => new(Verbs.ExitCode.Failed, [line]);

    /// <summary>The generated validators put the property's name before our words, which name the whole setting.</summary>
    private static IEnumerable<string> Failures(OptionsValidationException wrong) =>
        wrong.Failures.Select(f => PropertyName().Replace(f, ""));

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var next = exception; next is not null; next = next.InnerException)
        {
            yield return next;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    [GeneratedRegex("value '(?<value>.*)' at '(?<key>.*)' to type '(?<type>.*)'", RegexOptions.Singleline)]
    private static partial Regex Conversion();

    [GeneratedRegex(@"^\w+(, \w+)*: ")]
    private static partial Regex PropertyName();
}
