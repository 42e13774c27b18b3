namespace HandoffBot.Checkup;

/// <summary>What one part of the bot wants looked at; it stands on nothing but right settings.</summary>
internal interface ICheck
{
    IEnumerable<Finding> Examine();
}
