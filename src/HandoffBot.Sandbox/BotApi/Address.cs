namespace HandoffBot.Sandbox.BotApi;

/// <summary>What the path says: <c>/bot&lt;token&gt;/&lt;method&gt;</c> or <c>/file/bot&lt;token&gt;/&lt;path&gt;</c>.</summary>
internal sealed record Address(string Token, string Rest, bool IsFile)
{
    private const string CallPrefix = "/bot";
    private const string FilePrefix = "/file/bot";
    private const int LongestToken = 80;

    public static Address Read(string path)
    {
        var isFile = path.StartsWith(FilePrefix, StringComparison.Ordinal);
        var prefix = isFile ? FilePrefix : CallPrefix;
        var slash = path.StartsWith(prefix, StringComparison.Ordinal) ? path.IndexOf('/', prefix.Length) : -1;
        if (slash < 0)
        {
            throw new Refusal(404, "Not Found");
        }

        var token = path[prefix.Length..slash];
        if (!token.Contains(':', StringComparison.Ordinal) || token.Length > LongestToken || token[0] == '0')
        {
            throw new Refusal(401, "Unauthorized: invalid token specified");
        }

        var rest = path[(slash + 1)..];
        return new Address(
            token,
            rest.StartsWith("test/", StringComparison.Ordinal) && !isFile ? rest[5..] : rest,
            isFile
        );
    }
}
