namespace HandoffBot.Features.Intake.Lists;

/// <summary>The steps of handing a list over, in their order.</summary>
internal static class ListStep
{
    /// <summary>Whose it is, where somebody belongs to several teams.</summary>
    public const string Team = "Team";

    /// <summary>It is being read; nothing is asked.</summary>
    public const string Reading = "Reading";

    public const string Check = "Check";

    /// <summary>Which source its leads come through.</summary>
    public const string Source = "Source";
}

/// <summary>What can be pressed meanwhile; the numbers stand in buttons that were sent. A source's and a team's own number are added to theirs.</summary>
internal enum ListChoice
{
    Take = 1,
    WithoutWrong = 2,
    Cancel = 3,
    Source = 4,
    Back = 5,

    OfTeam = 1_000,
    OfSource = 1_000_000,
}
