using HandoffBot.Settings;
using HandoffBot.Verbs;
using Microsoft.Extensions.Options;

namespace HandoffBot.Checkup;

/// <summary>Whether the bot would start with these settings, and hear all of them.</summary>
internal sealed class SettingsCheck(IConfiguration settings, KnownSettings known, IStartupValidator validator)
{
    public IReadOnlyList<Finding> Examine()
    {
        var ignored = known.Misspelt(settings).Select(Wrong).ToList();
        try
        {
            validator.Validate();
            return ignored.Count > 0 ? ignored : [Finding.Well("Doctor.SettingsWell")];
        }
        catch (Exception ex) when (Trouble.Of(ex) is { ExitCode: ExitCode.WrongSettings } trouble)
        {
            return [.. trouble.Lines.Select(Wrong), .. ignored];
        }
    }

    private static Finding Wrong(string words) =>
        Finding.Wrong("Doctor.SettingWrong", words) with
        {
            OfSettings = true,
        };
}
