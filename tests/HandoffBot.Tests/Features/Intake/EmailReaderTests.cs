using CsCheck;
using HandoffBot.Features.Intake;

namespace HandoffBot.Tests.Features.Intake;

public sealed class EmailReaderTests
{
    [Theory]
    [InlineData("Anna.P@Mail.RU", "Anna.P@mail.ru", "anna.p@mail.ru")]
    [InlineData(" <mailto:anna+windows@mail.ru> ", "anna+windows@mail.ru", "anna+windows@mail.ru")]
    [InlineData("anna@почта.рф", "anna@почта.рф", "anna@xn--80a1acny.xn--p1ai")]
    [InlineData("анна@mail.ru.", "анна@mail.ru", "анна@mail.ru")]
    public void Address_is_kept_and_folded_for_comparison(string text, string address, string folded) =>
        Assert.Equal(new EmailReading(address, folded), EmailReader.Read(text));

    [Theory]
    [InlineData("anna")]
    [InlineData("anna@")]
    [InlineData("@mail.ru")]
    [InlineData("anna@mail")]
    [InlineData("anna@mail..ru")]
    [InlineData("anna @mail.ru")]
    [InlineData("a@b@mail.ru")]
    [InlineData("anna@-mail.ru")]
    [InlineData("anna@10.0.0.1")]
    [InlineData(".anna@mail.ru")]
    [InlineData("")]
    [InlineData(null)]
    public void What_no_mail_server_takes_is_no_address(string? text) => Assert.Null(EmailReader.Read(text));

    [Fact]
    public void Address_is_found_within_a_text()
    {
        var found = EmailReader.FindIn("Пишите: anna@mail.ru, жду");

        Assert.Equal((8, 12, "anna@mail.ru"), (found!.Value.Start, found.Value.Length, found.Value.Email.Address));
    }

    [Fact]
    public void Anything_typed_gets_an_answer() =>
        Gen.OneOf(Gen.String, Gen.String["ab.@-xn<>:"])
            .Sample(
                text => EmailReader.Read(text) is not { } email || EmailReader.Read(email.Address) == email,
                iter: 20_000
            );
}
