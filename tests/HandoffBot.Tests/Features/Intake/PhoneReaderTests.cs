using CsCheck;
using HandoffBot.Features.Intake;

namespace HandoffBot.Tests.Features.Intake;

public sealed class PhoneReaderTests
{
    [Theory]
    [InlineData("8 (912) 345-12-34", "RU", "+79123451234")]
    [InlineData("+7 912 345 12 34", "RU", "+79123451234")]
    [InlineData("79123451234", "RU", "+79123451234")]
    [InlineData("9123451234", "RU", "+79123451234")]
    [InlineData("8.912.345.12.34", "ru", "+79123451234")]
    [InlineData("тел. 8-912-345-12-34, Анна", "RU", "+79123451234")]
    [InlineData("8 912 345-12-34 доб. 12", "RU", "+79123451234")]
    [InlineData("89123451234 / 89123450000", "RU", "+79123451234")]
    [InlineData("８９１２３４５１２３４", "RU", "+79123451234")]
    [InlineData("8 (912) 345-12-34", "GB", "+79123451234")]
    [InlineData("79123451234", "GB", "+79123451234")]
    [InlineData("020 7946 0018", "GB", "+442079460018")]
    [InlineData("030 123456", "DE", "+4930123456")]
    [InlineData("+375 29 123-45-67", "RU", "+375291234567")]
    public void Phone_in_a_usual_spelling_is_stored_one_way(string text, string country, string expected) =>
        Assert.Equal((expected, null), (PhoneReader.Read(text, country).E164, PhoneReader.Read(text, country).Raw));

    [Theory]
    [InlineData("8 912 345-12-34 доб. 12", "12")]
    [InlineData("+44 20 7946 0018 ext 5", "5")]
    [InlineData("8 912 345-12-34", null)]
    public void Extension_of_an_office_is_kept_apart(string text, string? extension) =>
        Assert.Equal(extension, PhoneReader.Read(text, "RU").Extension);

    [Theory]
    [InlineData("12345")]
    [InlineData("8 912 345")]
    [InlineData("00000000000")]
    public void Digits_that_make_no_number_are_kept_as_typed(string text)
    {
        var phone = PhoneReader.Read(text, "RU");

        Assert.True(phone.IsUnreadable);
        Assert.Equal(text, phone.Shown);
    }

    [Theory]
    [InlineData("call me")]
    [InlineData("1234")]
    [InlineData("")]
    [InlineData(null)]
    public void Text_without_five_digits_is_no_phone(string? text) => Assert.True(PhoneReader.Read(text, "RU").IsNone);

    [Fact]
    public void Anything_typed_gets_an_answer_that_fits_its_column() =>
        Gen.OneOf(Gen.String, Gen.String["+0123456789 ()-.xдоб"], Gen.String[Gen.Char["0123456789"], 0, 400])
            .Sample(
                text => PhoneReader.Read(text, "RU") is var p && (p.Shown ?? "").Length <= PhoneReader.MaxRaw,
                iter: 5_000
            );
}
