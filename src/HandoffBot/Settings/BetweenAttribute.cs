using System.ComponentModel.DataAnnotations;

namespace HandoffBot.Settings;

/// <summary>
/// A number or a duration from a least to a most, both allowed. <c>[Range]</c> would do, but the generated validators leave out its
/// message and with it the setting's full name.
/// </summary>
/// <param name="key">The setting as it is written, such as <c>SendLimits:PerSecond</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute(string key, object least, object most) : ValidationAttribute
{
    public string Key { get; } = key;

    /// <summary>As written: durations as text, <c>00:00:30</c>.</summary>
    public object Least { get; } = least;

    public object Most { get; } = most;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var fits = value switch
        {
            TimeSpan time => time >= Time(Least) && time <= Time(Most),
            IConvertible number => Number(number) >= Number(Least) && Number(number) <= Number(Most),
            _ => false,
        };
        return fits
            ? ValidationResult.Success
            : new ValidationResult(
                string.Create(CultureInfo.InvariantCulture, $"{Key} must be {Least} to {Most}, was {value}."),
                validationContext.MemberName is { } member ? [member] : null
            );
    }

    private static TimeSpan Time(object text) =>
        TimeSpan.Parse(Convert.ToString(text, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    private static decimal Number(object number) => Convert.ToDecimal(number, CultureInfo.InvariantCulture);
}
