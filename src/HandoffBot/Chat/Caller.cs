using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Chat;

/// <summary>A person who may act for a team, where they do it and how they are spoken to.</summary>
internal sealed record Caller(Person Person, Member Member, SalesTeam Team, Place Place)
{
    public PersonId Id => Person.Id;

    public Actor Actor => new(Person.Id, Member.IsManager);

    public Wording Words => Team.Words();

    /// <summary>Where an answer to this caller goes.</summary>
    public ChatAddress Here => Place.Address;
}
