namespace HandoffBot.Chat;

/// <summary>The bot's account.</summary>
internal sealed record BotIdentity(long Id, string Username, bool SeesAllGroupMessages);

/// <summary>How Telegram answered the question who the bot is.</summary>
/// <param name="Me">Null where it did not say.</param>
/// <param name="IsRefused">It does not accept the token; otherwise it could not be reached.</param>
internal readonly record struct Meeting(BotIdentity? Me, bool IsRefused = false);

/// <summary>What the bot may do in one chat.</summary>
internal sealed record BotRights(bool IsMember, bool IsAdmin, bool CanPost, bool CanPin, bool CanDelete);

/// <summary>Whom a list of commands is for.</summary>
internal enum CommandScope
{
    Private,
    Groups,

    /// <summary>The administrators of a group, instead of what <see cref="Groups"/> has.</summary>
    GroupAdmins,
}

/// <summary>A command as it is offered: its name without the slash, and what it does.</summary>
internal sealed record OfferedCommand(string Name, string Description);
