using System.Text.Json;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Persistence;

/// <summary>How an offer stands in a lead's history.</summary>
internal sealed record OfferCodes(
    DateTimeOffset Until,
    HandingMode Mode,
    long? To,
    IReadOnlyList<OfferCodes.Person> People
)
{
    public static OfferCodes Of(LeadOffered what) =>
        new(
            what.Until,
            what.Offering.Mode,
            what.Offering.To?.Value,
            [.. what.Offering.Considered.Select(c => new Person(c.Person.Value, c.Why, c.Carried, c.Offers, c.Shift))]
        );

    public static OfferCodes Read(string codes) => JsonSerializer.Deserialize<OfferCodes>(codes)!;

    internal sealed record Person(long Id, SkipReason Why, int Carried, int Offers, int Shift);
}
