using System.Net;
using System.Text.RegularExpressions;

namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>A call of the bot and its answer.</summary>
public sealed partial record CallRow(
    long Number,
    string Time,
    string Method,
    int Status,
    string Took,
    string Chat,
    string Text
)
{
    /// <summary>Green, amber or red.</summary>
    public string Css =>
        Status switch
        {
            200 => "ok",
            429 or (>= 400 and < 500) => "warn",
            _ => "bad",
        };

    /// <summary>What was sent as it reads, without its marks.</summary>
    public static string Plain(string sent) => WebUtility.HtmlDecode(Mark().Replace(sent, ""));

    [GeneratedRegex("</?[a-z][^>]*>")]
    private static partial Regex Mark();
}
