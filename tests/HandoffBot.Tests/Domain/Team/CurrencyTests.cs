using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class CurrencyTests
{
    /// <summary>Code, sign, and how many minor units make one; ISO 4217 and the signs of Unicode.</summary>
    public static TheoryData<string, string, long> Known { get; } =
        new()
        {
            { "RUB", "₽", 100 },
            { "EUR", "€", 100 },
            { "USD", "$", 100 },
            { "KZT", "₸", 100 },
            { "BYN", "Br", 100 },
            { "UAH", "₴", 100 },
            { "AMD", "֏", 100 },
            { "GEL", "₾", 100 },
            { "UZS", "UZS", 100 },
            { "KGS", "KGS", 100 },
            { "GBP", "£", 100 },
            { "CHF", "CHF", 100 },
            { "PLN", "zł", 100 },
            { "TRY", "₺", 100 },
            { "AED", "AED", 100 },
            { "INR", "₹", 100 },
            { "CNY", "¥", 100 },
            { "JPY", "¥", 1 },
        };

    [Theory, MemberData(nameof(Known))]
    public void Each_is_known_by_its_code_and_counts_in_its_minor_units(string code, string sign, long minorUnits)
    {
        var currency = Currency.ByCode($" {code.ToLowerInvariant()} ")!;

        Assert.Equal((code, sign, minorUnits), (currency.Code, currency.Symbol, currency.MinorUnits));
        Assert.Equal(minorUnits == 1 ? 0 : 2, currency.Decimals);
        Assert.Equal(AmountProblem.None, Amounts.Read($"5 {code}", currency, out var minor));
        Assert.Equal(5 * minorUnits, minor);
    }

    [Fact]
    public void Those_and_no_others_are_offered_the_usual_ones_first() =>
        Assert.Equal(Known.Select(k => k.Data.Item1), Currency.All.Select(c => c.Code));

    [Fact]
    public void A_code_that_is_none_is_none() => Assert.Null(Currency.ByCode("XXX"));

    [Theory]
    [InlineData("USD", "$5")]
    [InlineData("USD", "5 dollars")]
    [InlineData("USD", "5 долларов")]
    [InlineData("EUR", "5 евро")]
    [InlineData("KZT", "5 тенге")]
    [InlineData("KZT", "5 тг")]
    [InlineData("UAH", "5 грн")]
    [InlineData("PLN", "5 zl")]
    [InlineData("BYN", "5 руб.")]
    [InlineData("TRY", "₺5")]
    [InlineData("GBP", "5 £")]
    public void It_is_named_by_words_and_signs_as_people_write_them(string code, string text)
    {
        Assert.Equal(AmountProblem.None, Amounts.Read(text, Currency.ByCode(code)!, out var minor));
        Assert.Equal(500, minor);
        Assert.Equal(AmountProblem.OtherCurrency, Amounts.Read(text, Currency.ByCode("CHF")!, out _));
    }
}
