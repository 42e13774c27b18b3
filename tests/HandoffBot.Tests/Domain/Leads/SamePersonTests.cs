using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class SamePersonTests
{
    private const string Phone = "+78432112112";

    [Fact]
    public void Nothing_in_common_is_nobody_known() =>
        Assert.Equal(Kinship.None, SamePerson.Between(Of("Anna", Phone), Of("Anna", "+78432112113")));

    [Fact]
    public void A_name_that_contradicts_keeps_two_apart_whatever_they_share() =>
        Assert.Equal(
            Kinship.Perhaps,
            SamePerson.Between(Of("Anna", Phone, "fam@mail.ru"), Of("Peter", Phone, "fam@mail.ru"))
        );

    [Fact]
    public void Two_extensions_of_one_office_are_two_people_even_of_one_name() =>
        Assert.Equal(
            Kinship.Perhaps,
            SamePerson.Between(Of("Anna Bell", Phone, extension: "12"), Of("Anna Bell", Phone, extension: "14"))
        );

    [Fact]
    public void One_extension_named_once_is_no_contradiction_where_the_whole_name_is_the_same()
    {
        Assert.Equal(Kinship.Same, SamePerson.Between(Of("Anna Bell", Phone, extension: "12"), Of("Anna Bell", Phone)));
        Assert.Equal(Kinship.Perhaps, SamePerson.Between(Of("Anna", Phone, extension: "12"), Of("Anna", Phone)));
    }

    [Fact]
    public void Two_mailboxes_behind_one_phone_without_a_name_are_two_people() =>
        Assert.Equal(
            Kinship.Perhaps,
            SamePerson.Between(Of(null, Phone, "ann@firm.example"), Of(null, Phone, "bob@firm.example"))
        );

    [Fact]
    public void One_mailbox_named_once_behind_one_phone_is_one_person() =>
        Assert.Equal(Kinship.Same, SamePerson.Between(Of(null, Phone, "ann@firm.example"), Of(null, Phone)));

    [Fact]
    public void A_mailbox_of_many_needs_more_than_a_first_name_once_the_phones_differ()
    {
        Assert.Equal(
            Kinship.Perhaps,
            SamePerson.Between(Of("Anna", Phone, "info@firm.example"), Of("Anna", "+79123451234", "info@firm.example"))
        );
        Assert.Equal(
            Kinship.Same,
            SamePerson.Between(Of("Anna", Phone, "anna@firm.example"), Of("Anna", "+79123451234", "anna@firm.example"))
        );
    }

    [Fact]
    public void A_phone_behind_an_account_is_that_phone() =>
        Assert.Equal(Kinship.Same, SamePerson.Between(Of("Anna", Phone), Of("Anna", messenger: $"WhatsApp {Phone}")));

    [Theory]
    [InlineData("@ann", "@bob", nameof(Kinship.Perhaps))]
    [InlineData("@ann", null, nameof(Kinship.Same))]
    [InlineData(null, "@bob", nameof(Kinship.Same))]
    [InlineData("@ann", "@ann", nameof(Kinship.Same))]
    public void Two_accounts_behind_one_phone_without_a_name_are_two_people(
        string? one,
        string? other,
        string kinship
    ) =>
        Assert.Equal(
            kinship,
            SamePerson.Between(Of(null, Phone, messenger: one), Of(null, Phone, messenger: other)).ToString()
        );

    [Fact]
    public void What_tells_most_is_what_they_have_in_common()
    {
        var one = Of("Anna", Phone, "anna@mail.ru", "@anna");

        Assert.Equal(ContactKeyKind.Messenger, SamePerson.Common(one, one));
        Assert.Equal(ContactKeyKind.Email, SamePerson.Common(one, Of("Anna", Phone, "ANNA@mail.ru", "@other")));
        Assert.Equal(ContactKeyKind.Phone, SamePerson.Common(one, Of("Anna", Phone, "other@mail.ru")));
        Assert.Null(SamePerson.Common(one, Of("Anna")));
    }

    private static Contact Of(
        string? name,
        string? phone = null,
        string? email = null,
        string? messenger = null,
        string? extension = null
    ) => Contact.Of(new TeamId(1), name, phone, false, email, messenger, extension);
}
