using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>What a lead has to do with others, in lines and buttons.</summary>
internal static class MergeText
{
    private const int NameLength = 40;
    private const int MergedShown = 2;

    /// <summary>With two more rows: five, as in other lists to choose from.</summary>
    private const int PartsShown = 3;

    /// <summary><c>Same phone as L-1041</c>; fit for a group.</summary>
    public static Line? Like(LeadSheet sheet) =>
        sheet.Ties.Like is { } like ? sheet.Words.Say($"Handoff.Like{like.By}", like.Lead.ToString()) : null;

    /// <summary><c>Before: L-0977 · Lost: price · Ivan</c>.</summary>
    public static Line? Former(LeadSheet sheet)
    {
        if (sheet.Ties.Former is not { } former)
        {
            return null;
        }

        var ended = sheet.Words.Say("Handoff.Before", former.Lead.Id.ToString(), LeadCard.Ending(former));
        var by = former.Lead.IsOwned ? null : former.OwnerName;
        return by is null ? ended : $"{ended} · {by}";
    }

    /// <summary>The last note of the lead before; not for a group.</summary>
    public static string? FormerNote(LeadSheet sheet) =>
        sheet.Ties.Former is { Notes: [var newest, ..] } ? newest : null;

    /// <summary>Who the merged ones came from; not for a group.</summary>
    public static IEnumerable<Line?> Merged(LeadSheet sheet) =>
        sheet.Ties.Merged.TakeLast(MergedShown).Select(l => (Line?)$"{l.Id} · {ReachOf(l.Contact)}");

    /// <summary>"They are one", where it may be so.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> LikeButton(LeadSheet sheet) =>
        sheet.Ties.Like is { } like
            ?
            [
                [Button.Of(sheet.Words["Handoff.SamePerson"], LeadVerbs.Same, sheet.Lead.Id.Value, like.Lead.Value)],
            ]
            : [];

    /// <summary>A way out for each lead and each inquiry that is part of this one; not for a group.</summary>
    public static IEnumerable<IReadOnlyList<Button>> Parts(LeadSheet sheet)
    {
        var merged = sheet.Ties.Merged.TakeLast(MergedShown).Select(l => Apart(sheet.Words, l));
        var joined = sheet.Ties.Joined.Select(i => Apart(sheet.Words, i));
        return merged.Concat(joined).Take(PartsShown).Select(b => (IReadOnlyList<Button>)[b]);
    }

    public static Button Apart(Wording words, Lead merged) =>
        Button.Of(words.Say("Handoff.Apart", merged.Id.ToString()), LeadVerbs.Apart, merged.Id.Value);

    public static Button Apart(Wording words, JoinedInquiry asked)
    {
        var who = asked.Name is { } name
            ? OutsideText.Cut(name, NameLength)
            : words.Moment(asked.At, asked.At.AddYears(1));
        return Button.Of(words.Say("Handoff.ApartWho", who), LeadVerbs.Apart, asked.Lead.Value, asked.Id);
    }

    private static string ReachOf(Contact contact) =>
        OutsideText.Isolate(ContactSheet.InOneLine(contact) is { Length: > 0 } reach ? reach : "—");
}
