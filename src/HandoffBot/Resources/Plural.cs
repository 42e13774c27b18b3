using HandoffBot.Domain.Team;

namespace HandoffBot.Resources;

/// <summary>Which form of a word stands beside a number. English lists one|many, Russian one|few|many.</summary>
internal static class Plural
{
    public static int FormsOf(Language language) => language == Language.Russian ? 3 : 2;

    /// <summary>The place of the form in the list; fractions take "few" in Russian and "many" in English.</summary>
    public static int Form(decimal number, Language language)
    {
        var whole = Math.Abs(number);
        if (language == Language.English)
        {
            return whole == 1 ? 0 : 1;
        }

        return (whole % 1, whole % 100, whole % 10) switch
        {
            (not 0, _, _) => 1,
            (_, >= 11 and <= 14, _) => 2,
            (_, _, 1) => 0,
            (_, _, >= 2 and <= 4) => 1,
            _ => 2,
        };
    }
}
