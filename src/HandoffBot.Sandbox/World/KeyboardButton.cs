namespace HandoffBot.Sandbox.World;

/// <summary>A button of a reply keyboard: pressing it says its text, or gives what it requests.</summary>
internal sealed record KeyboardButton(string Text, bool RequestsContact = false, bool RequestsChat = false)
{
    public bool HasWebApp { get; init; }
}
