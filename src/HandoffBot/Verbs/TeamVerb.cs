using System.CommandLine;
using HandoffBot.Chat;
using HandoffBot.Features.Team;

namespace HandoffBot.Verbs;

/// <summary>Teams, without a chat to ask in.</summary>
internal static class TeamVerb
{
    private static readonly Argument<string> Name = new("NAME");
    private static readonly Option<long> SalesChat = Id<long>("--sales-chat", "The group leads are shown in.", true);
    private static readonly Option<int> SalesTopic = Id<int>("--sales-topic", "The topic in it, if it has topics.");
    private static readonly Option<long?> MarketingChat = Id<long?>(
        "--marketing-chat",
        "Marketing's channel or group."
    );

    public static Command Command =>
        new("team", "Makes and lists teams.")
        {
            Verb.Of(
                "add",
                "Makes a team; the bot should already be an administrator in its chats.",
                AddAsync,
                Name,
                SalesChat,
                SalesTopic,
                MarketingChat
            ),
            Verb.Of("list", "Lists the teams and their chats.", (_, settings, token) => ListAsync(settings, token)),
        };

    private static async Task<int> AddAsync(ParseResult parsed, string[] settings, CancellationToken cancellationToken)
    {
        var given = new NewTeam(
            parsed.GetRequiredValue(Name),
            new ChatAddress(parsed.GetRequiredValue(SalesChat), parsed.GetValue(SalesTopic)),
            parsed.GetValue(MarketingChat) is { } marketing ? new ChatAddress(marketing, 0) : null
        );
        var outcome = await Verb.BesideAsync(
            settings,
            services => services.GetRequiredService<AddTeam>().HandleAsync(given, cancellationToken),
            cancellationToken
        );
        return outcome switch
        {
            AddTeamOutcome.Added added => Verb.Say([
                $"The team {given.Name} is there.",
                .. added.Unseen.Select(c => $"The bot cannot write in {c} yet: make it an administrator there."),
            ]),
            AddTeamOutcome.ChatTaken taken => Verb.Refuse($"{taken.Chat} serves another team."),
            AddTeamOutcome.NameTaken => Verb.Refuse("there is a team of that name."),
            _ => Verb.Refuse("a name has 1 to 120 characters."),
        };
    }

    private static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        var teams = await Verb.BesideAsync(
            settings,
            services => services.GetRequiredService<ListTeams>().HandleAsync(cancellationToken),
            cancellationToken
        );
        return Verb.Say([
            .. teams.Select(t =>
                $"{t.Name}\t{t.Locale.ZoneId}\tsales {t.Sales?.ToString() ?? "-"}\tmarketing {t.Marketing?.ToString() ?? "-"}"
            ),
        ]);
    }

    private static Option<T> Id<T>(string name, string means, bool isNeeded = false) =>
        new(name)
        {
            HelpName = "ID",
            Description = means,
            Required = isNeeded,
        };
}
