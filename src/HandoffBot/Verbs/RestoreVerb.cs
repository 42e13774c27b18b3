using System.CommandLine;
using HandoffBot.Backups;

namespace HandoffBot.Verbs;

/// <summary>Puts a backup in the database's place, and lets old messages go out once somebody wants them to.</summary>
internal static class RestoreVerb
{
    /// <summary>Takes what follows as well, for FILE may be left out: settings are told from it by their dashes.</summary>
    private static readonly Argument<string[]> Given = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The backup; without one there must be --settle or --release.",
    };

    private static readonly Option<bool> SayAgain = new("--say-again")
    {
        Description = "What was still to be said when the backup was made goes out, also if it was said since.",
    };

    private static readonly Option<bool> WithForgotten = new("--with-forgotten")
    {
        Description =
            "Goes on also where it cannot be told who was forgotten since the backup: they may come back with it.",
    };

    private static readonly Option<bool> Settle = new("--settle")
    {
        Description =
            "After pg_restore, with every bot stopped: holds what was still to be said, and forgets again who was forgotten since.",
    };

    private static readonly Option<bool> Release = new("--release")
    {
        Description = "Lets the held messages of the last restore go out; the bot may run.",
    };

    public static Command Command =>
        Verb.Of(
            "restore",
            "Puts a backup in the place of the SQLite database; the bot must be stopped. The old one is kept.",
            ActAsync,
            Given,
            SayAgain,
            WithForgotten,
            Settle,
            Release
        );

    private static Task<int> ActAsync(ParseResult parsed, string[] none, CancellationToken cancellationToken)
    {
        var given = parsed.GetValue(Given) ?? [];
        var file =
            given.FirstOrDefault() is { } first && !first.StartsWith("--", StringComparison.Ordinal) ? first : null;
        var settings = Verb.Settings([.. given.Skip(file is null ? 0 : 1), .. none]);
        return (file, parsed.GetValue(Settle), parsed.GetValue(Release)) switch
        {
            (null, false, true) => ReleaseAsync(settings, cancellationToken),
            (null, true, false) => SettleAsync(parsed, settings, cancellationToken),
            ({ } backup, false, false) => RestoreAsync(backup, parsed, settings, cancellationToken),
            _ => Task.FromResult(Verb.Refuse("give either a FILE, --settle or --release; see --help.")),
        };
    }

    private static async Task<int> RestoreAsync(
        string file,
        ParseResult parsed,
        string[] settings,
        CancellationToken cancellationToken
    )
    {
        await using var app = Verb.Build(settings);
        var (saysAgain, mayRemember) = (parsed.GetValue(SayAgain), parsed.GetValue(WithForgotten));
        var restore = app.Services.GetRequiredService<RestoreBackup>();
        return Tell(
            await restore.HandleAsync(Path.GetFullPath(file), saysAgain, mayRemember, cancellationToken),
            $"{file} is the database now.",
            saysAgain
        );
    }

    private static async Task<int> SettleAsync(
        ParseResult parsed,
        string[] settings,
        CancellationToken cancellationToken
    )
    {
        var outcome = await Verb.BesideAsync(
            settings,
            services =>
                services
                    .GetRequiredService<SettleRestored>()
                    .HandleAsync(parsed.GetValue(WithForgotten), cancellationToken),
            cancellationToken
        );
        return Tell(outcome, "The database is settled.", saysAgain: false);
    }

    private static int Tell(RestoreOutcome outcome, string what, bool saysAgain) =>
        outcome switch
        {
            RestoreOutcome.Restored done => Verb.Say([
                what,
                .. done.Kept is null ? [] : (string[])[$"The one before is kept as {done.Kept}."],
                .. done.Forgotten == 0
                    ? []
                    : (string[])[$"{done.Forgotten} leads in it were of people forgotten since: erased again."],
                Told(done.Waiting, saysAgain),
            ]),
            RestoreOutcome.MightRemember might => Verb.Refuse(
                $"{might.Gap}: who was forgotten since the backup would come back. Put the list and its key in place, or say --with-forgotten."
            ),
            RestoreOutcome.Refused refused => Verb.Refuse(refused.Words),
            _ => throw new InvalidOperationException(),
        };

    private static string Told(int waiting, bool saysAgain) =>
        (waiting, saysAgain) switch
        {
            (0, _) => "No message in it was still to be said.",
            (_, true) => $"{waiting} messages that were still to be said go out when the bot starts.",
            _ =>
                $"{waiting} messages that were still to be said are held, they may have been said since. \"HandoffBot restore --release\" lets them go, also while the bot runs.",
        };

    private static async Task<int> ReleaseAsync(string[] settings, CancellationToken cancellationToken)
    {
        var count = await Verb.BesideAsync(
            settings,
            services => services.GetRequiredService<ReleaseRestored>().HandleAsync(cancellationToken),
            cancellationToken
        );
        return Verb.Say($"{count} held messages go out.");
    }
}
