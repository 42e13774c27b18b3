namespace HandoffBot.Domain.Team;

/// <summary>Languages that customers speak, by what is known of them: a code, a phone, a text.</summary>
internal static class Tongue
{
    /// <summary>Code; the beginnings of phones, the longest one decides.</summary>
    private static readonly (string Code, string[] Phones)[] Known =
    [
        ("ru", ["+7", "+77", "+76", "+375", "+996", "+373"]),
        ("en", ["+1", "+44", "+61", "+64", "+353"]),
        ("de", ["+49", "+43", "+41"]),
        ("fr", ["+33", "+32", "+41"]),
        ("it", ["+39", "+41"]),
        ("es", ["+34", "+51", "+52", "+54", "+56", "+57"]),
        ("pt", ["+351", "+55"]),
        ("nl", ["+31", "+32"]),
        ("pl", ["+48"]),
        ("cs", ["+420"]),
        ("sr", ["+381"]),
        ("bg", ["+359"]),
        ("ro", ["+40", "+373"]),
        ("el", ["+30", "+357"]),
        ("tr", ["+90"]),
        ("uk", ["+380"]),
        ("be", ["+375"]),
        ("kk", ["+77", "+76"]),
        ("ky", ["+996"]),
        ("uz", ["+998"]),
        ("tg", ["+992"]),
        ("hy", ["+374"]),
        ("ka", ["+995"]),
        ("az", ["+994"]),
        ("he", ["+972"]),
        ("ar", ["+20", "+966", "+971"]),
        ("zh", ["+86", "+852", "+886"]),
        ("ja", ["+81"]),
        ("ko", ["+82"]),
    ];

    /// <summary>By letters that no language further down has; the first that is found decides.</summary>
    private static readonly (string Code, Func<char, bool> Is)[] Letters =
    [
        ("uk", c => c is '\u0456' or '\u0457' or '\u0454' or '\u0491'),
        ("be", c => c is '\u045e'),
        ("kk", c => c is '\u04d9' or '\u0493' or '\u049b' or '\u04a3' or '\u04b1' or '\u04bb'),
        ("ru", c => c is >= '\u0430' and <= '\u044f' or '\u0451'),
        ("de", c => c is 'ß'),
        ("pl", c => c is 'ą' or 'ę' or 'ł' or 'ń' or 'ś' or 'ź' or 'ż'),
        ("tr", c => c is 'ğ' or 'ı' or 'ş'),
        ("es", c => c is 'ñ' or '¿' or '¡'),
        ("hy", c => c is >= '\u0561' and <= '\u0587'),
        ("ka", c => c is >= '\u10d0' and <= '\u10ff'),
        ("el", c => c is >= '\u03b1' and <= '\u03c9'),
        ("he", c => c is >= '\u05d0' and <= '\u05ea'),
        ("ar", c => c is >= '\u0600' and <= '\u06ff'),
        ("ja", c => c is >= '\u3040' and <= '\u30ff'),
        ("ko", c => c is >= '\uac00' and <= '\ud7a3'),
        ("zh", c => c is >= '\u4e00' and <= '\u9fff'),
        ("en", char.IsAsciiLetter),
    ];

    /// <summary>What a customer speaks: as said in a field, else by the country of the phone, else by the letters of the message.</summary>
    /// <param name="said">The code, where a form or page tells it.</param>
    /// <param name="phone">In E.164.</param>
    public static IReadOnlyList<string> Of(string? said, string? phone, string? message)
    {
        if (said is not null)
        {
            return [said];
        }

        var byPhone = phone is null ? [] : ByPhone(phone);
        return byPhone.Count > 0 || message is null ? byPhone
            : ByLetters(message.ToLowerInvariant()) is { } written ? [written]
            : [];
    }

    /// <summary>The language of <c>de</c>, <c>de-AT</c>, <c>de_CH</c>; null: none that is known.</summary>
    public static string? Coded(string name)
    {
        var code = name.Trim().ToLowerInvariant().Split('-', '_')[0];
        return Known.Any(k => k.Code == code) ? code : null;
    }

    private static List<string> ByPhone(string phone)
    {
        var fits = Known
            .SelectMany(k => k.Phones.Select(p => (k.Code, Phone: p)))
            .Where(k => phone.StartsWith(k.Phone, StringComparison.Ordinal))
            .ToList();
        return [.. fits.Where(f => f.Phone.Length == fits.Max(o => o.Phone.Length)).Select(f => f.Code)];
    }

    private static string? ByLetters(string message) => Letters.FirstOrDefault(l => message.Any(l.Is)).Code;
}
