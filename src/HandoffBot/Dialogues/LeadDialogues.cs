namespace HandoffBot.Dialogues;

/// <summary>The dialogues that are about one lead, or about one of several.</summary>
internal static class LeadDialogues
{
    public const string Amount = "amount";
    public const string CallBack = "callback";
    public const string Merge = "merge";
    public const string Note = "note";
    public const string Reason = "reason";
    public const string Snooze = "snooze";

    private static readonly string[] OfOne = [Amount, CallBack, Merge, Reason, Snooze];

    public static bool IsAbout(Dialogue dialogue, IReadOnlySet<long> leads) =>
        OfOne.Contains(dialogue.Kind)
            ? leads.Contains(dialogue.About)
            : dialogue.Kind is Note && dialogue.Read<Several>().Leads.Any(leads.Contains);

    private sealed record Several(IReadOnlyList<long> Leads)
    {
        public Several()
            : this([]) { }
    }
}
