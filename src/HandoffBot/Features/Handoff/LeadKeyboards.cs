using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

using Keyboard = IReadOnlyList<IReadOnlyList<Button>>;

/// <summary>The buttons under a lead's messages, by state and menu.</summary>
internal static class LeadKeyboards
{
    public static Keyboard Waiting(LeadSheet sheet, LeadMenu menu)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        var take = Button.Of(words["Handoff.Take"], LeadVerbs.Take, id);
        return menu is LeadMenu.BadReasons
            ?
            [
                [take],
                .. ReasonButtons.Bad(sheet),
                Back(words, id),
            ]
            :
            [
                [take],
                [Menu(words["Handoff.Bad"], id, LeadMenu.BadReasons), .. Why(sheet)],
                .. MergeText.LikeButton(sheet),
            ];
    }

    public static Keyboard OwnedCard(LeadSheet sheet, LeadMenu menu, DateTimeOffset now)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        return menu is LeadMenu.Main
            ?
            [
                [
                    Button.Of(words["Handoff.Contact"], LeadVerbs.Contact, id),
                    Button.Of(words["Handoff.Result"], LeadVerbs.Work, id),
                ],
            ]
            : Sheet(sheet, menu, now, inGroup: true);
    }

    /// <summary>Under the owner's own message, and under the card for an owner who cannot be reached in private.</summary>
    /// <param name="inGroup">Everybody there can press, so the number is not under any button.</param>
    public static Keyboard Sheet(LeadSheet sheet, LeadMenu menu, DateTimeOffset now, bool inGroup = false)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        if (sheet.Lead.Status is LeadStatus.New)
        {
            Button[] take = [Button.Of(words["Handoff.Take"], LeadVerbs.Take, id)];
            return sheet.Lead.LastChange is null ? [take] : [take, [Undo(words, id)]];
        }

        if (!sheet.Lead.IsOwned)
        {
            if (sheet.Lead.MergedInto is { } into)
            {
                return
                [
                    [Button.Of(into.ToString(), LeadVerbs.Open, into.Value)],
                    [MergeText.Apart(words, sheet.Lead)],
                ];
            }

            IReadOnlyList<Button> undo = [Undo(words, id)];
            return sheet.Lead.Status is LeadStatus.Won
                ?
                [
                    [Button.Of(words["Handoff.Amount"], LeadVerbs.Amount, id)],
                    .. MergeText.Parts(sheet),
                    undo,
                ]
                : [.. MergeText.Parts(sheet), undo];
        }

        return menu switch
        {
            LeadMenu.BadReasons => [.. ReasonButtons.Bad(sheet), Back(words, id)],
            LeadMenu.LostReasons => [.. ReasonButtons.Lost(sheet), Back(words, id)],
            LeadMenu.CallBack => [.. CallBackTimes.Buttons(words, id), Back(words, id)],
            LeadMenu.More => More(sheet, now, inGroup),
            LeadMenu.Ending => Ending(sheet),
            LeadMenu.Parts => Parts(sheet),
            LeadMenu.Release =>
            [
                [Button.Of(words["Handoff.ReleaseYes"], LeadVerbs.Release, id)],
                Back(words, id),
            ],
            _ => Next(sheet),
        };
    }

    private static Keyboard Next(LeadSheet sheet)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        var callBack = Menu(words["Handoff.CallBack"], id, LeadMenu.CallBack);
        var more = Menu(words["Handoff.More"], id, LeadMenu.More);
        return sheet.Lead switch
        {
            { Status: LeadStatus.Qualified } =>
            [
                [Button.Of(words["Handoff.Sold"], LeadVerbs.Win, id)],
                [callBack, Menu(words["Handoff.Refused"], id, LeadMenu.LostReasons)],
                [more, .. Why(sheet)],
            ],
            { ContactedAt: not null } =>
            [
                [Button.Of(words["Handoff.Good"], LeadVerbs.Qualify, id)],
                [callBack, Menu(words["Handoff.Bad"], id, LeadMenu.BadReasons)],
                [more, .. Why(sheet)],
            ],
            { IsTriedEnough: true, CallBackAt: null } =>
            [
                [Button.Of(words["Handoff.CloseNoAnswer"], LeadVerbs.Reject, id, (long)RejectReason.NoAnswer)],
                [Button.Of(words["Handoff.Reached"], LeadVerbs.Reach, id), callBack],
                [Button.Of(words["Handoff.NoAnswer"], LeadVerbs.Miss, id), more],
            ],
            _ =>
            [
                [Button.Of(words["Handoff.Reached"], LeadVerbs.Reach, id)],
                [Button.Of(words["Handoff.NoAnswer"], LeadVerbs.Miss, id), callBack],
                [more, .. Why(sheet)],
            ],
        };
    }

    private static Keyboard More(LeadSheet sheet, DateTimeOffset now, bool inGroup)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        var number = sheet.Contact.Phone ?? sheet.Contact.Email ?? sheet.Contact.Messenger;
        List<Button> tools = number is null || inGroup ? [] : [new CopyButton(words["Handoff.CopyNumber"], number)];
        if (sheet.Lead.MayUndo(now))
        {
            tools.Add(Undo(words, id));
        }
        else if (!inGroup)
        {
            tools.Add(Menu(words["Handoff.Parts"], id, LeadMenu.Parts));
        }

        var ending = words[sheet.Lead.Status is LeadStatus.Claimed ? "Handoff.Result" : "Handoff.Call"];
        return
        [
            [Menu(words["Handoff.Bad"], id, LeadMenu.BadReasons), Menu(words["Handoff.Release"], id, LeadMenu.Release)],
            .. tools.Count == 0 ? Array.Empty<IReadOnlyList<Button>>() : [tools],
            [Menu(ending, id, LeadMenu.Ending), .. Back(words, id)],
        ];
    }

    private static Keyboard Ending(LeadSheet sheet)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        return sheet.Lead.Status is LeadStatus.Claimed
            ?
            [
                [Button.Of(words["Handoff.Sold"], LeadVerbs.Win, id)],
                [Menu(words["Handoff.Refused"], id, LeadMenu.LostReasons)],
                Back(words, id),
            ]
            :
            [
                [Button.Of(words["Handoff.Reached"], LeadVerbs.Reach, id)],
                [Button.Of(words["Handoff.NoAnswer"], LeadVerbs.Miss, id)],
                Back(words, id),
            ];
    }

    private static Keyboard Parts(LeadSheet sheet)
    {
        var (words, id) = (sheet.Words, sheet.Lead.Id.Value);
        return
        [
            .. MergeText.Parts(sheet),
            .. MergeText.LikeButton(sheet),
            [Button.Of(words["Handoff.MergeWith"], LeadVerbs.ChooseMerge, id), .. Back(words, id)],
        ];
    }

    private static IEnumerable<Button> Why(LeadSheet sheet) =>
        sheet.IsExplained ? [Button.Of(sheet.Words["Handoff.Why"], LeadVerbs.Why, sheet.Lead.Id.Value)] : [];

    private static Button Menu(string label, long id, LeadMenu menu) =>
        Button.Of(label, LeadVerbs.Menu, id, (long)menu);

    private static Button Undo(Wording words, long id) => Button.Of(words["Handoff.Undo"], LeadVerbs.Undo, id);

    private static IReadOnlyList<Button> Back(Wording words, long id) =>
        [Menu(words["Handoff.Back"], id, LeadMenu.Main)];
}
