namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>A call of the bot and its answer.</summary>
public sealed record CallRow(long Number, string Time, string Method, int Status, string Took, string Chat, string Text)
{
    /// <summary>Green, amber or red.</summary>
    public string Css =>
        Status switch
        {
            200 => "ok",
            429 or (>= 400 and < 500) => "warn",
            _ => "bad",
        };
}
