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
    public void Spellings_of_one_mailbox_are_one(string address, string mailbox)
    {
        Assert.Equal(mailbox, Mailbox.Of(address));
        Assert.Equal(mailbox, Mailbox.Of(mailbox));
    }
}
