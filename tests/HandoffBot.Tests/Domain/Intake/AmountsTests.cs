using CsCheck;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Intake;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("120к", 12_000_000)]
    [InlineData("120k", 12_000_000)]
    [InlineData("120 К", 12_000_000)]
    [InlineData("120 тыс.", 12_000_000)]
    [InlineData("120 тыс. руб.", 12_000_000)]
    [InlineData("120 т.р.", 12_000_000)]
    [InlineData("1,2 млн", 120_000_000)]
    [InlineData("1.2m", 120_000_000)]
    [InlineData("1.250 млн ₽", 125_000_000)]
    [InlineData("120 000,50", 12_000_050)]
    [InlineData("120\u00A0000,50\u00A0₽", 12_000_050)]
    [InlineData("120,000.50", 12_000_050)]
    [InlineData("120.000,50", 12_000_050)]
    [InlineData("1'200", 120_000)]
    [InlineData("1200 руб", 120_000)]
    [InlineData("1200р", 120_000)]
    [InlineData("1200 р.", 120_000)]
    [InlineData("1200 рублей", 120_000)]
    [InlineData("RUB 1200", 120_000)]
    [InlineData("1,2 млн р.", 120_000_000)]
    [InlineData("1200 rub", 120_000)]
    [InlineData("0,5", 50)]
    [InlineData("1 234 567", 123_456_700)]
    [InlineData("123.456", 12_345_600)]
    [InlineData("1 000 000 000 000", 100_000_000_000_000)]
    [InlineData("1,234,567", 123_456_700)]
    [InlineData("１２００", 120_000)]
    [InlineData("0000000000000000000000000000000000000005", 500)]
    [InlineData("5 billion", 500_000_000_000)]
    [InlineData("5 млн", 500_000_000)]
    [InlineData("руб 5", 500)]
    public void Amounts_are_read_as_people_type_them(string text, long expected)
    {
        var problem = Amounts.Read(text, Currency.Rouble, out var minor);

        Assert.Equal((AmountProblem.None, expected), (problem, minor));
    }

    [Theory]
    [InlineData("много", nameof(AmountProblem.NotANumber))]
    [InlineData("", nameof(AmountProblem.NotANumber))]
    [InlineData(null, nameof(AmountProblem.NotANumber))]
    [InlineData("12 00", nameof(AmountProblem.NotANumber))]
    [InlineData("1,2,3", nameof(AmountProblem.NotANumber))]
    [InlineData("100-200", nameof(AmountProblem.NotANumber))]
    [InlineData("12 окон", nameof(AmountProblem.NotANumber))]
    [InlineData("1,2345", nameof(AmountProblem.NotANumber))]
    [InlineData("0,125", nameof(AmountProblem.NotANumber))]
    [InlineData("1e5", nameof(AmountProblem.NotANumber))]
    [InlineData("-100", nameof(AmountProblem.Negative))]
    [InlineData("−5к", nameof(AmountProblem.Negative))]
    [InlineData("₽-100", nameof(AmountProblem.Negative))]
    [InlineData("€1,200", nameof(AmountProblem.OtherCurrency))]
    [InlineData("1200 usd", nameof(AmountProblem.OtherCurrency))]
    [InlineData("5 к к", nameof(AmountProblem.NotANumber))]
    [InlineData("к 5", nameof(AmountProblem.NotANumber))]
    [InlineData("0", nameof(AmountProblem.Zero))]
    [InlineData("0,00 ₽", nameof(AmountProblem.Zero))]
    [InlineData("1000000000001", nameof(AmountProblem.TooLarge))]
    [InlineData("1001 млрд", nameof(AmountProblem.TooLarge))]
    [InlineData("00000000000000000000000000000000000000005", nameof(AmountProblem.NotANumber))]
    [InlineData("5 окон руб", nameof(AmountProblem.NotANumber))]
    [InlineData("5 тыс млн", nameof(AmountProblem.NotANumber))]
    public void What_is_no_amount_is_refused_with_its_reason(string? text, string expected)
    {
        var problem = Amounts.Read(text, Currency.Rouble, out var minor);

        Assert.Equal((expected, 0L), (problem.ToString(), minor));
    }

    [Theory]
    [InlineData("€1,200", 120_000)]
    [InlineData("€ 1,200.5", 120_050)]
    [InlineData("1200 euro", 120_000)]
    [InlineData("EUR 1.2k", 120_000)]
    public void Sign_of_the_own_currency_may_stand_on_either_side(string text, long expected)
    {
        var problem = Amounts.Read(text, Currency.Euro, out var minor);

        Assert.Equal((AmountProblem.None, expected), (problem, minor));
    }

    [Fact]
    public void Currency_without_cents_has_whole_amounts_only()
    {
        var yen = Currency.ByCode("JPY")!;

        Assert.Equal(AmountProblem.None, Amounts.Read("1.2m", yen, out var minor));
        Assert.Equal(1_200_000, minor);
        Assert.Equal(AmountProblem.NotANumber, Amounts.Read("1200.50", yen, out _));
    }

    [Fact]
    public void Amount_written_by_either_custom_is_read_back() =>
        Gen.Select(Gen.Long[1, 99_999_999_999_999], Gen.Bool)
            .Sample(
                (minor, english) =>
                {
                    var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
                    (format.NumberGroupSeparator, format.NumberDecimalSeparator) = english ? (",", ".") : (" ", ",");

                    var problem = Amounts.Read((minor / 100m).ToString("N2", format), Currency.Euro, out var read);

                    return problem == AmountProblem.None && read == minor;
                }
            );

    [Fact]
    public void Anything_typed_gets_an_answer() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789., kmкм-€'"])
            .Sample(
                text => Amounts.Read(text, Currency.Rouble, out var minor) == AmountProblem.None == minor > 0,
                iter: 20_000
            );
}
