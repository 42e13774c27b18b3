namespace HandoffBot.Domain.Leads;

/// <summary>One word of a name.</summary>
/// <param name="Sound">See <see cref="NameSkeleton"/>.</param>
internal sealed record NameWord(NameWordKind Kind, string Sound)
{
    /// <summary>The shortest words in which one letter may be wrong, and two.</summary>
    private const int OneWrongFrom = 6;
    private const int TwoWrongFrom = 10;

    private static readonly string[] FatherEnds = ["oviC", "eviC", "ovna", "evna", "iniCna", "iliCna", "iliC"];
    private static readonly string[] FamilyEnds = ["ov", "ev", "ova", "eva", "ski", "skaia", "ko"];

    public IReadOnlyList<int> Given { get; } = GivenNames.Of(Sound);

    public bool IsInitial => Kind is NameWordKind.Initial or NameWordKind.FathersInitial;

    public bool IsFathers => Kind is NameWordKind.Fathers or NameWordKind.FathersInitial;

    public static NameWord Of(string sound) =>
        new(
            Array.Exists(FatherEnds, end => sound.EndsWith(end, StringComparison.Ordinal))
                ? NameWordKind.Fathers
                : NameWordKind.Word,
            sound
        );

    /// <summary>0: another word; else the closer the higher.</summary>
    public int LikenessTo(NameWord other)
    {
        if (IsInitial || other.IsInitial)
        {
            return AgreesAsInitial(other) ? 1 : 0;
        }

        if (Sound == other.Sound)
        {
            return 4;
        }

        if (Given.Count > 0 && other.Given.Count > 0)
        {
            return Given.Intersect(other.Given).Any() ? 3 : 0;
        }

        return IsMistyped(other) ? 2 : 0;
    }

    /// <summary>Whether they are the two forms of one family name, hers and his.</summary>
    public bool IsOtherGenderOf(NameWord other) => Sound + "a" == other.Sound || other.Sound + "a" == Sound;

    /// <summary>Whether they are one first name, and surely.</summary>
    public bool IsSurelyGiven(NameWord other) =>
        Given.Count == 1 && other.Given.Count == 1 && Given[0] == other.Given[0];

    private bool AgreesAsInitial(NameWord other)
    {
        if (Kind is NameWordKind.FathersInitial || other.Kind is NameWordKind.FathersInitial)
        {
            return IsFathers && other.IsFathers && StartsAs(other);
        }

        return StartsAs(other);
    }

    private bool StartsAs(NameWord other) =>
        Sound.StartsWith(other.Sound, StringComparison.Ordinal)
        || other.Sound.StartsWith(Sound, StringComparison.Ordinal);

    private bool IsMistyped(NameWord other)
    {
        var shorter = Math.Min(Sound.Length, other.Sound.Length);
        var most =
            shorter >= TwoWrongFrom ? 2
            : shorter >= OneWrongFrom ? 1
            : 0;
        return most > 0
            && Kind == other.Kind
            && Sound[0] == other.Sound[0]
            && !IsOtherGenderOf(other)
            && !IsFamilyAgainstGiven(other)
            && EditDistance.Of(Sound, other.Sound) <= most;
    }

    // Sergei and Sergeev are one letter apart, and two people.
    private bool IsFamilyAgainstGiven(NameWord other) =>
        Given.Count != other.Given.Count
        && Array.Exists(
            FamilyEnds,
            end => (Given.Count == 0 ? Sound : other.Sound).EndsWith(end, StringComparison.Ordinal)
        );
}

internal enum NameWordKind
{
    Word,

    /// <summary>The father's name, as Russians carry it.</summary>
    Fathers,
    Initial,

    /// <summary>The second of two initials.</summary>
    FathersInitial,
}
