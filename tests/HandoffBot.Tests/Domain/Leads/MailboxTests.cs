using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("An.Na+okna@GoogleMail.com", "anna@gmail.com")]
    [InlineData("anna-k+1@ya.ru", "anna.k@yandex.ru")]
    [InlineData("anna_k@yandex.kz", "anna_k@yandex.ru")]
    [InlineData("anna+x@me.com", "anna@icloud.com")]
    [InlineData("a.n-na+x@pm.me", "anna@proton.me")]
    [InlineData("anna.k+x@outlook.com", "anna.k@outlook.com")]
    [InlineData("anna@hotmail.com", "anna@hotmail.com")]
    [InlineData("an.na+x@mail.ru", "an.na+x@mail.ru")]
    [InlineData("anna+x@okna.example", "anna+x@okna.example")]
    [InlineData("anna@пример.рф", "anna@xn--e1afmkfd.xn--p1ai")]
    [InlineData("+anna@gmail.com", "+anna@gmail.com")]
    [InlineData("a+anna@gmail.com", "a@gmail.com")]
    [InlineData("an.na+x@fastmail.com", "an.na@fastmail.com")]
    [InlineData("anna+x@fastmail.fm", "anna@fastmail.fm")]
    [InlineData("anna+x@live.ru", "anna@live.ru")]
    [InlineData("no address", "no address@")]
    public void Spellings_of_one_mailbox_are_one(string address, string mailbox)
    {
        Assert.Equal(mailbox, Mailbox.Of(address));
        Assert.Equal(mailbox, Mailbox.Of(mailbox));
    }

    [Theory]
    [InlineData("info@okna.example", true)]
    [InlineData("sales3@okna.example", true)]
    [InlineData("prodazhi@okna.example", true)]
    [InlineData("3sales@okna.example", false)]
    [InlineData("anna@okna.example", false)]
    public void What_is_sent_to_an_office_may_be_read_by_many(string mailbox, bool isOfMany) =>
        Assert.Equal(isOfMany, Mailbox.IsOfMany(mailbox));

    [Theory]
    [InlineData("anna@okna.example", "peter@okna.example", true)]
    [InlineData("anna@okna.example", "anna@dveri.example", false)]
    [InlineData("anna@gmail.com", "peter@gmail.com", false)]
    [InlineData("anna@gmail.com", "peter@okna.example", false)]
    [InlineData("anna@bk.ru", "peter@bk.ru", false)]
    [InlineData("anna@mail.ru", "peter@mail.ru", false)]
    [InlineData("anna@yahoo.com", "peter@yahoo.com", false)]
    [InlineData("anna@ymail.com", "peter@ymail.com", false)]
    [InlineData("anna@rambler.ru", "peter@rambler.ru", false)]
    [InlineData("anna@gmx.de", "peter@gmx.de", false)]
    [InlineData("anna@fastmail.fm", "peter@fastmail.fm", false)]
    public void Two_of_one_host_are_of_one_company_unless_it_has_mailboxes_for_everybody(
        string one,
        string other,
        bool areOfOne
    ) => Assert.Equal(areOfOne, Mailbox.AreOfOneCompany(one, other));
}
