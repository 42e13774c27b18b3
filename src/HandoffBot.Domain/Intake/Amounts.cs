using System.Text;
using System.Text.RegularExpressions;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Intake;

/// <summary>
/// Amounts as people type them: <c>120k</c>, <c>1,2 mln</c>, <c>120 000,50</c>, <c>120,000.50</c>, <c>€1,200</c>. A lone
/// point or comma before three digits groups thousands, else it starts the cents.
/// </summary>
internal static partial class Amounts
{
    /// <summary>The largest sale believed, in whole units of the currency.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private const int LongestText = 40;

    /// <summary>
    /// Reads an amount into minor units of the currency. Refuses words, another currency, fractions finer than the minor
    /// unit, nothing, less than nothing, and more than 10^12 units.
    /// </summary>
    public static AmountProblem Read(string? text, Currency currency, out long minor)
    {
        minor = 0;
        var clean = OutsideText.Line(text, LongestText + 1);
        var shape = Shape().Match(Latin.Of(clean.Normalize(NormalizationForm.FormKC)));
        if (clean.Length > LongestText || !shape.Success)
        {
            return AmountProblem.NotANumber;
        }

        var after = shape.Groups["after"].Value.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var factor = after.Select(AmountWords.Multiplier).FirstOrDefault(f => f is not null) ?? 1;
        var before = shape.Groups["before"].Value;
        var problem = Beside(before.Length > 0 ? [before, .. after] : after, factor > 1, currency);
        if (problem != AmountProblem.None || Number(shape.Groups["number"].Value, factor > 1) is not { } number)
        {
            return problem == AmountProblem.None ? AmountProblem.NotANumber : problem;
        }

        return shape.Groups["minus"].Success ? AmountProblem.Negative : Whole(number * factor, currency, out minor);
    }

    private static AmountProblem Beside(string[] words, bool multiplied, Currency currency)
    {
        var others = words.Where(w => AmountWords.Multiplier(w) is null).ToList();
        if (words.Length - others.Count > (multiplied ? 1 : 0) || others.Count > 1)
        {
            return AmountProblem.NotANumber;
        }

        return others.Select(w => AmountWords.Names(w, currency)).FirstOrDefault(true) switch
        {
            true => AmountProblem.None,
            false => AmountProblem.OtherCurrency,
            null => AmountProblem.NotANumber,
        };
    }

    private static AmountProblem Whole(decimal amount, Currency currency, out long minor)
    {
        minor = 0;
        if (amount > Largest)
        {
            return AmountProblem.TooLarge;
        }

        var whole = amount * currency.MinorUnits;
        if (whole % 1 != 0)
        {
            return AmountProblem.NotANumber;
        }

        minor = (long)whole;
        return minor == 0 ? AmountProblem.Zero : AmountProblem.None;
    }

    private static decimal? Number(string number, bool multiplied)
    {
        var point = Point(number, multiplied);
        var whole = point < 0 ? number : number[..point];
        var cents = point < 0 ? "" : number[(point + 1)..];
        if (!Grouped().IsMatch(whole) || !cents.All(char.IsAsciiDigit))
        {
            return null;
        }

        var plain = string.Concat(whole.Where(char.IsAsciiDigit)) + "." + (cents.Length == 0 ? "0" : cents);
        return decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static int Point(string number, bool multiplied)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        if (last < 0 || number.IndexOf(number[last]) != last)
        {
            return -1;
        }

        var alone = number.IndexOfAny(['.', ',', ' ', '\'']) == last;
        var groups = alone && !multiplied && number.Length - last == 4 && last is > 0 and <= 3 && number[0] != '0';
        return groups ? -1 : last;
    }

    [GeneratedRegex(
        @"^(?<minus>[-\u2212\u2013])?\s*(?<before>[^\d\s.,'-]{1,4})?\s*(?<minus>[-\u2212\u2013])?"
            + @"(?<number>\d(?:[\d .,']*\d)?)(?<after>[^\d,'-]*)$"
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?:\d+|\d{1,3}(?:(?: \d{3})+|(?:,\d{3})+|(?:\.\d{3})+|(?:'\d{3})+))$")]
    private static partial Regex Grouped();
}
