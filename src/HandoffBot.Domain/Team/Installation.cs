namespace HandoffBot.Domain.Team;

/// <summary>This installation: one row.</summary>
internal sealed class Installation
{
    public int Id { get; init; } = 1;

    /// <summary>Part of the setup code, so that two installations of one bot have different ones.</summary>
    public required string Key { get; init; }

    public PersonId? Admin { get; private set; }

    /// <summary>Raised by <c>admin reset</c>: every earlier setup code is dead.</summary>
    public int SetupGeneration { get; private set; }

    public DateTimeOffset? LastHeardAt { get; set; }

    /// <summary>Of the commands last offered to people, so that they are only offered anew when they changed.</summary>
    public string? OfferedCommands { get; set; }

    public int Version { get; private set; }

    public void Appoint(PersonId admin)
    {
        Admin = admin;
        Version++;
    }

    public void ResetAdmin()
    {
        Admin = null;
        SetupGeneration++;
        Version++;
    }
}
