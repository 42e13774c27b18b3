namespace HandoffBot.Domain.Team;

/// <summary>What a member may do in a team; the admin also sets the installation up.</summary>
[Flags]
internal enum Roles
{
    None = 0,
    Rep = 1,
    Marketer = 2,
    Manager = 4,
    Admin = 8,

    /// <summary>A manager's word: takes no leads. Being in the sales chat makes no rep of them.</summary>
    NoLeads = 16,
}
