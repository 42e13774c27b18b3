using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>
/// Finds the city among what would be the message: one that is known, wherever it stands, or what stands last in the
/// order that is asked for: name, contact, wish, city.
/// </summary>
internal static partial class PastedCity
{
    private const string Separators = ",;|";

    /// <summary>What stands last as often as a city does, spelled by <see cref="Latin"/>: times, and words to the team.</summary>
    private static readonly FrozenSet<string> NoPlaces = (
        "segodnja zavtra poslezavtra vchera utro utra utrom den dnja dnem vecher vechera vecherom noch nochju obed obeda "
        + "polden poldnja chas chasa chasov ponedelnik vtornik sreda sredu chetverg pjatnica pjatnicu subbota subbotu "
        + "voskresene vyhodnye budni nedelja nedele nedelju srochno skoree pozzhe potom spasibo pozhalujsta zhdu zvonok "
        + "zvonite pozvonite perezvonite napishite zamer dostavka montazh today tomorrow morning noon afternoon evening "
        + "night monday tuesday wednesday thursday friday saturday sunday weekend week later soon now asap urgent "
        + "urgently please thanks thank regards call callback delivery"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <param name="lines">The whole text; null where labels tell what is what, so that the order tells nothing.</param>
    /// <param name="isContact">Whether a part of the text says how to reach the person.</param>
    public static PastedFields In(PastedFields read, string? lines, CityNames cities, Func<string, bool> isContact)
    {
        if (read is not { City: null, Message: { } message })
        {
            return read;
        }

        var parts = Parts().Matches(message);
        if (parts.LastOrDefault(p => cities.Known(Bare(p)) is not null) is { } known)
        {
            return Taken(read, known, cities.Known(Bare(known))!);
        }

        var last = lines is null || read.Name is null ? null : LastInOrder(read.Name, lines, isContact);
        return last is not null && parts.LastOrDefault(p => Bare(p) == last) is { } found
            ? Taken(read, found, last)
            : read;
    }

    private static string? LastInOrder(string name, string lines, Func<string, bool> isContact)
    {
        var afterContact = Parts()
            .Matches(lines)
            .Select(Bare)
            .Where(p => p.Length > 0)
            .Reverse()
            .TakeWhile(p => !isContact(p))
            .Where(p => p != name)
            .SkipWhile(IsNoPlace)
            .ToList();
        return afterContact.Count >= 2 && IsLikeCity(afterContact[0]) ? afterContact[0] : null;
    }

    private static string Bare(Match part) => part.Value.Trim(' ', '.');

    private static bool IsNoPlace(string part) => Latin.Of(part).Split(' ', '-', '.').Any(NoPlaces.Contains);

    private static bool IsLikeCity(string part) => part.Length <= CityNames.Longest && City().IsMatch(part);

    private static PastedFields Taken(PastedFields read, Match part, string city)
    {
        var (before, after) = (read.Message![..part.Index], read.Message[(part.Index + part.Length)..]);
        var rest = after.Length == 0 || after[0] == '\n' ? before.TrimEnd([.. Separators, ' ', '\n']) : before;
        var message = (rest + after.TrimStart([.. Separators])).Trim([.. Separators, ' ', '\n']);
        return read with { City = city, Message = message.Length == 0 ? null : message };
    }

    [GeneratedRegex(@"[^,;|\n]+")]
    private static partial Regex Parts();

    // Written as a name is; only short words inside it, or a "g." before it, may be small.
    [GeneratedRegex(@"^(?:\p{Ll}{1,4}\. ?)?\p{Lu}[\p{L}.]*(?:[ \-]+(?:\p{Lu}[\p{L}.]*|\p{Ll}{1,3}))*$")]
    private static partial Regex City();
}
