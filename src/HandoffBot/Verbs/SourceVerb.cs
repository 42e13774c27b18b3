using System.CommandLine;
using HandoffBot.Features.Intake.Sources;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Verbs;

/// <summary>Sources and their keys, without Telegram.</summary>
internal static class SourceVerb
{
    private static readonly Argument<string> Team = new("TEAM");
    private static readonly Argument<string> Name = new("NAME");
    private static readonly Option<string?> Key = new("--key")
    {
        HelpName = "KEY",
        Description = "A key of your own, 16 to 256 characters; otherwise one is made.",
    };

    public static Command Command
    {
        get
        {
            var source = new Command("source", "Makes and lists the sources leads come from.")
            {
                Verb.Of("add", "Makes a source and prints its key, once.", AddAsync, Team, Name, Key),
                Verb.Of("list", "Lists the sources.", (_, settings, token) => ListAsync(settings, token)),
            };
            foreach (var signing in SigningVerbs.Commands)
            {
                source.Add(signing);
            }

            return source;
        }
    }

    private static async Task<int> AddAsync(ParseResult parsed, string[] settings, CancellationToken cancellationToken)
    {
        var outcome = await Verb.BesideAsync(
            settings,
            services =>
                services
                    .GetRequiredService<AddSource>()
                    .HandleAsync(
                        parsed.GetRequiredValue(Team),
                        parsed.GetRequiredValue(Name),
                        parsed.GetValue(Key),
                        cancellationToken
                    ),
            cancellationToken
        );
        return outcome switch
        {
            AddSourceOutcome.Added added => Verb.Say(added.Key, $"The address of its form ends in /f/{added.FormKey}"),
            AddSourceOutcome.NoSuchTeam => Verb.Refuse("there is no team of that name; see \"team list\"."),
            AddSourceOutcome.BadName => Verb.Refuse("a name has 1 to 64 characters."),
            AddSourceOutcome.BadKey => Verb.Refuse("a key has 16 to 256 characters."),
            _ => Verb.Refuse("the team has a source of that name, or another source has that key."),
        };
    }

    private static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        var lines = await Verb.BesideAsync(
            settings,
            services =>
            {
                var db = services.GetRequiredService<HandoffDb>();
                return db
                    .Sources.Join(
                        db.Teams,
                        s => s.Team,
                        t => t.Id,
                        (s, t) =>
                            new
                            {
                                Team = t.Name,
                                s.Name,
                                s.FormKey,
                            }
                    )
                    .OrderBy(s => s.Team)
                    .ThenBy(s => s.Name)
                    .Select(s => $"{s.Team}\t{s.Name}\t/f/{s.FormKey}")
                    .ToListAsync(cancellationToken);
            },
            cancellationToken
        );
        return Verb.Say([.. lines]);
    }
}
