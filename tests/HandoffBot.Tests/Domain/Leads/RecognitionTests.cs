using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class RecognitionTests
{
    private const string Phone = "+79123451234";
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public void Who_asks_again_within_the_window_joins_their_open_lead()
    {
        var lead = Lead(1, "Anna Bell");
        var last = lead.LastAskedAt;

        Assert.Same(lead, Of("Anna Bell", last + Month, lead).Open);
        var late = Of("Anna Bell", last + Month + TimeSpan.FromTicks(1), lead);

        Assert.Null(late.Open);
        Assert.Equal(lead.Id, late.Former);
        Assert.Null(late.Like);
    }

    [Fact]
    public void Of_several_the_one_whose_name_agrees_most_takes_it_and_of_those_the_newest()
    {
        var (first, named, last) = (Lead(1, null), Lead(2, "Anna Bell"), Lead(3, null));

        Assert.Same(named, Of("Anna Bell", Ten, first, named, last).Open);
        Assert.Same(last, Of(null, Ten, first, last).Open);
    }

    [Fact]
    public void A_closed_lead_of_the_same_person_is_the_former_one_the_newest_first()
    {
        var (older, newer) = (Closed(1), Closed(2));

        var seen = Of("Anna Bell", Ten, older, newer);

        Assert.Null(seen.Open);
        Assert.Equal(newer.Id, seen.Former);
    }

    [Fact]
    public void Another_name_behind_the_same_phone_is_only_like_and_only_while_it_is_open_and_near()
    {
        var lead = Lead(1, "Anna Bell");

        var seen = Of("Peter Gray", Ten, lead);

        Assert.Null(seen.Open);
        Assert.Null(seen.Former);
        Assert.Equal(new Resemblance(lead.Id, ContactKeyKind.Phone), seen.Like);
        Assert.Null(Of("Peter Gray", Ten + Month + TimeSpan.FromTicks(1), lead).Like);
        Assert.Null(Of("Peter Gray", Ten, Closed(1)).Like);
        Assert.Null(Of("Peter Gray", Ten).Like);
    }

    [Fact]
    public void One_contact_that_contradicts_is_enough_to_keep_them_apart()
    {
        var lead = Lead(1, "Anna Bell");
        var contacts = new[] { Contact("Anna Bell"), Contact("Peter Gray") };

        var seen = Recognition.Of(Contact("Anna Bell"), [new Acquaintance(lead, contacts)], Month, Ten);

        Assert.Null(seen.Open);
        Assert.Equal(lead.Id, seen.Like?.Lead);
    }

    [Fact]
    public void The_name_the_lead_goes_by_may_not_contradict_either()
    {
        var known = new Acquaintance(Lead(1, "Peter Gray"), [Contact(null)]);

        Assert.Equal(Kinship.Perhaps, known.To(Contact("Anna Bell")));
        Assert.Equal(Kinship.None, known.To(Contact("Anna Bell", "+79123451235")));
    }

    private static Recognition Of(string? name, DateTimeOffset at, params Lead[] known) =>
        Recognition.Of(Contact(name), [.. known.Select(l => new Acquaintance(l, [l.Contact]))], Month, at);

    private static Lead Closed(long id)
    {
        var lead = Lead(id, "Anna Bell");
        lead.Claim(Ivan.Person, Ten, Rhythm);
        lead.Win(Ivan, Ten, Rhythm);
        return lead;
    }

    private static Lead Lead(long id, string? name) =>
        HandoffBot.Domain.Leads.Lead.Receive(
            new LeadId(id),
            new NewLead(new TeamId(1), 1, null, Contact(name), "Windows", "Kazan", false, false),
            Ten,
            Rhythm
        );

    private static Contact Contact(string? name, string phone = Phone) =>
        HandoffBot.Domain.Leads.Contact.Of(new TeamId(1), name, phone, false, null, null);
}
