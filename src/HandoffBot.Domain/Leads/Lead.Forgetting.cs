using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>The reason of a lead that was lost because its contact had to be forgotten; nobody can choose it.</summary>
    public const string Forgotten = "Forgotten";

    /// <summary>
    /// Its contact is erased. With nobody left to call an open lead is lost; one that is closed stays as it ended. Figures stay, and
    /// what was asked for stays without ways to reach anybody. Nothing before can be taken back.
    /// </summary>
    /// <param name="by">Null: the time for it had come.</param>
    public void Forget(PersonId? by, DateTimeOffset at, TeamRhythm rhythm)
    {
        Contact.Forget(at);
        Product = Product is null ? null : ContactMask.Text(Product);
        City = City is null ? null : ContactMask.Text(City);
        SearchText = SearchTextOf(Product, City);
        Record(new LeadForgotten(at, by));
        LastChange = null;
        if (IsOpen)
        {
            Close(LeadStatus.Lost, Forgotten, at, rhythm);
        }
    }

    private static string SearchTextOf(string? product, string? city) => $"{product} {city}".Trim().ToLowerInvariant();
}
