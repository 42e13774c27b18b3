namespace HandoffBot.Domain.Team;

/// <summary>The languages the bot speaks.</summary>
internal enum Language
{
    Russian,
    English,
}
