using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>The commands offered while somebody types: six at most for a scope, the menu leads to the rest.</summary>
internal sealed class CommandList(IServiceProviderIsKeyedService handled)
{
    private static readonly IReadOnlyList<(CommandScope Scope, string[] Names)> Offered =
    [
        (CommandScope.Private, ["new", "mine", "find", "promo", "menu", "help"]),
        (CommandScope.Groups, ["mine", "find", "lead", "shift", "pause", "team"]),
        (CommandScope.GroupAdmins, ["setup", "mine", "find", "lead", "shift", "team"]),
    ];

    private static readonly IReadOnlyList<(string Code, Language Language)> Languages =
    [
        ("", Language.English),
        ("ru", Language.Russian),
    ];

    public IReadOnlyList<Offer> All =>
        [
            .. from scope in Offered
            from language in Languages
            select new Offer(
                scope.Scope,
                language.Code,
                [
                    .. scope
                        .Names.Where(n => handled.IsKeyedService(typeof(ICommand), n))
                        .Select(n => new OfferedCommand(n, Texts.Get("Team.Command." + n, language.Language))),
                ]
            ),
        ];

    internal sealed record Offer(CommandScope Scope, string Language, IReadOnlyList<OfferedCommand> Commands);
}
