namespace HandoffBot.Sandbox.World;

/// <summary>A press as it goes to the bot, with the message as it stood; null when that is gone.</summary>
internal sealed record PressNotice(Press Press, Message? Message);
