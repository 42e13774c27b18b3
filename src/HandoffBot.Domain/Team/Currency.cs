namespace HandoffBot.Domain.Team;

/// <summary>What a team counts money in. Amounts are whole minor units: kopecks, cents, or the unit itself.</summary>
/// <param name="Code">ISO 4217, upper case.</param>
/// <param name="Symbol">As people write it beside a number; the code where there is no sign of its own.</param>
/// <param name="Decimals">Digits of the minor unit: 2 or 0.</param>
internal sealed record Currency(string Code, string Symbol, int Decimals)
{
    public static Currency Rouble { get; } = new("RUB", "\u20BD", 2);

    public static Currency Euro { get; } = new("EUR", "\u20AC", 2);

    public static Currency Dollar { get; } = new("USD", "$", 2);

    /// <summary>Those offered at setup, the usual ones first.</summary>
    public static IReadOnlyList<Currency> All { get; } =
    [
        Rouble,
        Euro,
        Dollar,
        new("KZT", "\u20B8", 2),
        new("BYN", "Br", 2),
        new("UAH", "\u20B4", 2),
        new("AMD", "\u058F", 2),
        new("GEL", "\u20BE", 2),
        new("UZS", "UZS", 2),
        new("KGS", "KGS", 2),
        new("GBP", "\u00A3", 2),
        new("CHF", "CHF", 2),
        new("PLN", "z\u0142", 2),
        new("TRY", "\u20BA", 2),
        new("AED", "AED", 2),
        new("INR", "\u20B9", 2),
        new("CNY", "\u00A5", 2),
        new("JPY", "\u00A5", 0),
    ];

    /// <summary>How many minor units make one of the currency.</summary>
    public long MinorUnits => Decimals == 0 ? 1 : 100;

    /// <summary>The currency of that code, or null when the bot does not know it.</summary>
    public static Currency? ByCode(string code) =>
        All.FirstOrDefault(c => c.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));
}
