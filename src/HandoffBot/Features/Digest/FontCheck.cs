using HandoffBot.Checkup;
using HandoffBot.Features.Digest.Drawing;

namespace HandoffBot.Features.Digest;

/// <summary>Whether the weekly picture can be drawn.</summary>
/// <param name="families">The fonts to choose from.</param>
internal sealed class FontCheck(Func<IEnumerable<string>> families) : ICheck
{
    public IEnumerable<Finding> Examine()
    {
        using var fonts = PictureFonts.Find(families());
        return [fonts is null ? Finding.Wrong("Doctor.FontMissing") : Finding.Well("Doctor.FontWell")];
    }
}
