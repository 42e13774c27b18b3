namespace HandoffBot.Features.Intake.ByHand;

/// <summary>What can be pressed while a lead is dictated; the numbers stand in buttons that were sent.</summary>
internal enum NewLeadChoice
{
    Save = 1,
    Fix = 2,
    Cancel = 3,
    Skip = 4,

    /// <summary>The text that lies there is a lead.</summary>
    Take = 5,

    /// <summary>The text that lies there is to be searched for.</summary>
    Find = 6,

    FixName = 11,
    FixContact = 12,
    FixWanted = 13,
    FixCity = 14,
    Back = 15,
}
