using HandoffBot.Chat;

namespace HandoffBot.Features.Team;

/// <summary>Everything there is, by role: the one list. A command that nobody handles is left out.</summary>
internal sealed class MainMenu(IServiceProviderIsKeyedService handled)
{
    /// <summary>Numbers travel in buttons and are never given twice.</summary>
    private static readonly IReadOnlyList<MenuItem> Items =
    [
        new(1, "mine", "Team.MenuMine", _ => true),
        new(2, "new", "Team.MenuNew", _ => true),
        new(3, "find", "Team.MenuFind", _ => true),
        new(11, ShowShift.Name, "Team.MenuShift", _ => true),
        new(4, "promo", "Team.MenuPromo", c => c.Member.IsMarketer),
        new(5, "source", "Team.MenuSource", c => c.Member.IsManager),
        new(6, "settings", "Team.MenuSettings", c => c.Member.IsManager),
        new(7, "setup", "Team.MenuSetup", c => c.Member.Roles.HasFlag(Domain.Team.Roles.Admin)),
        new(9, AskDoctor.Name, "Team.MenuDoctor", c => c.Member.Roles.HasFlag(Domain.Team.Roles.Admin)),
        new(10, "forget", "Team.MenuForget", c => c.Member.Roles.HasFlag(Domain.Team.Roles.Admin)),
        new(8, "help", "Team.MenuHelp", _ => true),
    ];

    public IReadOnlyList<MenuItem> For(Caller caller) =>
        [.. Items.Where(i => i.IsFor(caller) && handled.IsKeyedService(typeof(ICommand), i.Command))];

    public MenuItem? Find(Caller caller, long number) => For(caller).FirstOrDefault(i => i.Number == number);
}

/// <summary>One entry of the menu: the command it stands for, and for whom.</summary>
internal sealed record MenuItem(int Number, string Command, string LabelKey, Func<Caller, bool> IsFor);
