using System.Text;

namespace HandoffBot.Domain.Intake;

/// <summary>
/// Spells Cyrillic in Latin letters, lower case, so that one list of words understands both alphabets and people who type
/// one in place of the other. Everything else stays as it is.
/// </summary>
internal static class Latin
{
    private const char First = '\u0430';
    private const char Yo = '\u0451';

    private static readonly string[] Letters =
        "a b v g d e zh z i j k l m n o p r s t u f h c ch sh sch * y * e ju ja".Split(' ');

    public static string Of(string text)
    {
        var spelled = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ToLowerInvariant())
        {
            _ = letter switch
            {
                Yo => spelled.Append('e'),
                >= First when letter - First < Letters.Length => spelled.Append(Letters[letter - First].Trim('*')),
                _ => spelled.Append(letter),
            };
        }

        return spelled.ToString();
    }
}
