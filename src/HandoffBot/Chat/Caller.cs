using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Chat;

/// <summary>A person who may act for a team, where they do it and how they are spoken to.</summary>
internal sealed record Caller(Person Person, Member Member, SalesTeam Team, Place Place)
{
    public PersonId Id => Person.Id;

    /// <summary>What the chat they act in is for.</summary>
    public ChatKind Where { get; init; } = ChatKind.Private;

    /// <summary>Whether leads may be taken and sent back here by them: by those who sell, in private or in the sales chat.</summary>
    public bool MaySellHere => Member.MaySell && (Where is ChatKind.Private or ChatKind.Sales);

    /// <summary>Whether an answer can go to them alone.</summary>
    public bool HasPrivate => Place.IsPrivate || Person.IsReachable;

    public Actor Actor => new(Person.Id, Member.IsManager);

    public Wording Words => Team.Words();

    /// <summary>Where an answer to this caller goes.</summary>
    public ChatAddress Here => Place.Address;
}
