using System.Collections.Frozen;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Intake;

/// <summary>The words people put beside an amount, spelled by <see cref="Latin"/>.</summary>
internal static class AmountWords
{
    private static readonly FrozenDictionary<string, decimal> Multipliers = Words(
        (1_000m, "k t tr tys tysjach tysjachi tysjacha thousand"),
        (1_000_000m, "m kk mln million milliona millionov"),
        (1_000_000_000m, "mlrd milliard milliarda bn billion")
    );

    private static readonly FrozenDictionary<string, string> Currencies = Words(
        ("RUB BYN", "r rub rubl rublja rublej ruble rubles"),
        ("EUR", "euro euros evro"),
        ("USD", "dollar dollars dollara dollarov"),
        ("KZT", "tg tenge"),
        ("UAH", "grn"),
        ("PLN", "zl")
    );

    /// <summary>A thousand, a million, a billion; null for any other word.</summary>
    public static decimal? Multiplier(string word) => Multipliers.TryGetValue(word, out var factor) ? factor : null;

    /// <summary>Whether the word names that currency; null when it names none.</summary>
    public static bool? Names(string word, Currency currency)
    {
        if (Currencies.TryGetValue(word, out var codes))
        {
            return codes.Split(' ').Contains(currency.Code);
        }

        return Is(word, currency) ? true
            : Currency.All.Any(c => Is(word, c)) ? false
            : null;
    }

    private static bool Is(string word, Currency currency) =>
        word.Equals(currency.Code, StringComparison.OrdinalIgnoreCase)
        || word.Equals(currency.Symbol, StringComparison.OrdinalIgnoreCase);

    private static FrozenDictionary<string, T> Words<T>(params (T Meaning, string Words)[] lists) =>
        lists
            .SelectMany(l => l.Words.Split(' ').Select(w => (w, l.Meaning)))
            .ToFrozenDictionary(p => p.w, p => p.Meaning);
}
