using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class ContactTests
{
    private const string Phone = "+79123451234";
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_known_stays_and_what_was_not_is_filled_in()
    {
        var known = Of("Anna", email: "anna@mail.ru", messenger: "@anna");

        known.Complete(Of("Peter", Phone, "peter@mail.ru", "@peter", "12"));

        Assert.Equal(
            ("Anna", Phone, "12", "anna@mail.ru", "@anna"),
            (known.Name, known.Phone, known.Extension, known.Email, known.Messenger)
        );
        Assert.Equal("anna +79123451234 anna@mail.ru @anna", known.SearchText);
        Assert.Equal("anna@mail.ru", known.Mailbox);
    }

    [Fact]
    public void A_phone_that_can_be_read_takes_the_place_of_one_that_cannot_and_never_the_other_way()
    {
        var unread = Of(phone: "call me", isUnread: true);
        var read = Of(phone: Phone);

        Assert.True(unread.Lacks(read));
        Assert.False(read.Lacks(unread));
        Assert.False(unread.Lacks(Of(phone: "or me", isUnread: true)));
        Assert.False(unread.Lacks(Of()));
        unread.Complete(read);
        Assert.Equal((Phone, false), (unread.Phone, unread.IsPhoneUnread));
    }

    [Theory]
    [InlineData("Anna", null, null, true)]
    [InlineData(null, "a@mail.ru", null, true)]
    [InlineData(null, null, "@anna", true)]
    [InlineData(null, null, null, false)]
    public void It_lacks_what_only_the_newer_one_says(string? name, string? email, string? messenger, bool lacks)
    {
        var newer = Of(name, Phone, email, messenger);

        Assert.Equal(lacks, Of(phone: Phone).Lacks(newer));
        Assert.False(Of("Anna", Phone, "a@mail.ru", "@anna").Lacks(newer));
        Assert.False(newer.Lacks(Of(phone: Phone)));
    }

    [Fact]
    public void What_others_said_takes_the_place_of_all_that_was_known()
    {
        var contact = Of("Anna", Phone, "anna@mail.ru", "@anna", "12");

        contact.Become([Of("Peter"), Of("Paul", email: "paul@mail.ru")]);

        Assert.Equal(("Peter", "paul@mail.ru"), (contact.Name, contact.Email));
        Assert.Null(contact.Phone ?? contact.Extension ?? contact.Messenger);
    }

    [Fact]
    public void Of_who_is_forgotten_nothing_stays()
    {
        var contact = Of("Anna", "call me", "anna@mail.ru", "@anna", "12", isUnread: true);

        contact.Forget(Noon);

        Assert.Equal((true, Noon, ""), (contact.IsForgotten, contact.ForgottenAt, contact.SearchText));
        Assert.Null(contact.Name ?? contact.Phone ?? contact.Extension ?? contact.Email ?? contact.Messenger);
        Assert.Null(contact.Mailbox);
        Assert.False(contact.IsPhoneUnread);
        Assert.Empty(contact.Keys());
    }

    [Theory]
    [InlineData("WhatsApp +79123451234", nameof(ContactKeyKind.Phone), "+79123451234")]
    [InlineData("Telegram +79123451234", nameof(ContactKeyKind.Phone), "+79123451234")]
    [InlineData("@Anna", nameof(ContactKeyKind.Messenger), "@anna")]
    [InlineData("Viber Anna", nameof(ContactKeyKind.AsTyped), "Viber Anna")]
    public void An_account_that_is_a_number_is_that_phone(string shown, string kind, string value)
    {
        var key = Of(messenger: shown).Keys().Single();

        Assert.Equal((kind, value), (key.Kind.ToString(), key.Value));
        Assert.Equal(kind is not nameof(ContactKeyKind.AsTyped), key.IsCertain);
        Assert.Equal(key.Kind is ContactKeyKind.Phone ? [value] : [], Of(messenger: shown).Numbers);
        Assert.Equal(key.Kind is ContactKeyKind.Messenger ? value : null, Of(messenger: shown).Account);
    }

    [Fact]
    public void A_phone_is_looked_for_behind_accounts_as_well()
    {
        Assert.Equal(["WhatsApp +7912", "Telegram +7912"], ContactKey.ShownOf("+7912"));
        Assert.Equal(["@anna"], ContactKey.ShownOf("@anna"));
    }

    private static Contact Of(
        string? name = null,
        string? phone = null,
        string? email = null,
        string? messenger = null,
        string? extension = null,
        bool isUnread = false
    ) => Contact.Of(new TeamId(1), name, phone, isUnread, email, messenger, extension);
}
