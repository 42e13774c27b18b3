namespace HandoffBot.Settings;

/// <summary>Secrets kept in files: <c>Telegram:TokenFile</c> names the file whose words are <c>Telegram:Token</c>.</summary>
internal sealed class SecretFiles(IConfiguration settings) : ConfigurationProvider, IConfigurationSource
{
    private const string Suffix = "File";

    /// <summary>The settings that may stand in a file.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["Telegram:Token", "ConnectionStrings:Handoff"];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load()
    {
        foreach (var secret in Secrets)
        {
            if (settings[secret + Suffix] is { Length: > 0 } file)
            {
                Data[secret] = Read(secret + Suffix, file);
            }
        }
    }

    private static string Read(string setting, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException($"{setting} names a file that cannot be read: {ex.Message}", ex);
        }
    }
}
