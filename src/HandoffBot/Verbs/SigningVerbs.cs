using System.CommandLine;
using HandoffBot.Features.Intake.Sources;

namespace HandoffBot.Verbs;

/// <summary>The verbs of <c>source</c> that have to do with signed posts.</summary>
internal static class SigningVerbs
{
    private const string NoSuchSource = "that team has no source of that name; see \"source list\".";

    private static readonly Argument<string> Team = new("TEAM");
    private static readonly Argument<string> Name = new("NAME");

    public static IEnumerable<Command> Commands =>
        [
            Verb.Of("secret", "Makes what a source signs its posts with and prints it, once.", MintAsync, Team, Name),
            Verb.Of("sign", "Refuses unsigned posts of a source from now on.", Demand(signed: true), Team, Name),
            Verb.Of("unsign", "Takes unsigned posts of a source again.", Demand(signed: false), Team, Name),
        ];

    private static async Task<int> MintAsync(ParseResult parsed, string[] settings, CancellationToken cancellationToken)
    {
        var secret = await Verb.BesideAsync(
            settings,
            services =>
                services
                    .GetRequiredService<SignSource>()
                    .MintAsync(parsed.GetRequiredValue(Team), parsed.GetRequiredValue(Name), cancellationToken),
            cancellationToken
        );
        return secret is null ? Verb.Refuse(NoSuchSource) : Verb.Say(secret);
    }

    private static Func<ParseResult, string[], CancellationToken, Task<int>> Demand(bool signed) =>
        async (parsed, settings, cancellationToken) =>
            await Verb.BesideAsync(
                settings,
                services =>
                    services
                        .GetRequiredService<SignSource>()
                        .DemandAsync(
                            parsed.GetRequiredValue(Team),
                            parsed.GetRequiredValue(Name),
                            signed,
                            cancellationToken
                        ),
                cancellationToken
            ) switch
            {
                SignSourceOutcome.Switched => ExitCode.Done,
                SignSourceOutcome.NoSecret => Verb.Refuse("it has no signing secret yet; see \"source secret\"."),
                _ => Verb.Refuse(NoSuchSource),
            };
}
