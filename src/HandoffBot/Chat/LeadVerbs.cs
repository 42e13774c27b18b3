namespace HandoffBot.Chat;

/// <summary>What the buttons about a lead are called inside. A name once sent is kept for ever: old messages carry it.</summary>
internal static class LeadVerbs
{
    public const string Take = "take";
    public const string TakeNext = "next";
    public const string Pass = "pass";
    public const string Why = "why";
    public const string Menu = "menu";
    public const string Reject = "reject";
    public const string Contact = "contact";
    public const string Work = "work";
    public const string Reach = "reach";
    public const string Miss = "miss";
    public const string CallBack = "call";
    public const string Qualify = "qualify";
    public const string Win = "win";
    public const string Amount = "amount";
    public const string Lose = "lose";
    public const string Release = "release";
    public const string Undo = "undo";
    public const string Assign = "assign";
    public const string ChooseAssignee = "assignto";
    public const string Defer = "defer";
    public const string Snooze = "snooze";
    public const string Admit = "admit";
    public const string Open = "open";
    public const string Same = "same";
    public const string Merge = "merge";
    public const string ChooseMerge = "mergewith";
    public const string Apart = "apart";
}
