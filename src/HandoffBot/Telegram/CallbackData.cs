using System.Buffers;
using HandoffBot.Chat;

namespace HandoffBot.Telegram;

/// <summary>
/// A button press as it travels in callback data: a version, the verb, then up to three numbers in base 36, each after a dot, zeros at
/// the end left out. The longest is 1 + 10 + 3 × 14 = 53 of the 64 bytes Telegram allows.
/// </summary>
internal static class CallbackData
{
    public const int MaxBytes = 64;

    private const char Version = '1';
    private const int MaxVerb = 10;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <exception cref="ArgumentException">The verb is not 1–10 letters a–z.</exception>
    public static string Write(ButtonPress press)
    {
        if (!IsVerb(press.Verb))
        {
            throw new ArgumentException($"A verb is 1 to {MaxVerb} letters a–z, not '{press.Verb}'.", nameof(press));
        }

        long[] numbers = [press.About, press.Choice, press.Extra];
        var used = Array.FindLastIndex(numbers, n => n != 0) + 1;
        return string.Concat([$"{Version}{press.Verb}", .. numbers.Take(used).Select(n => '.' + ToBase36(n))]);
    }

    /// <summary>Null for whatever this version of the bot would not have written.</summary>
    public static ButtonPress? Read(string? data)
    {
        if (data is not { Length: > 1 and <= MaxBytes } || data[0] != Version)
        {
            return null;
        }

        var parts = data[1..].Split('.');
        if (parts.Length > 4 || !IsVerb(parts[0]))
        {
            return null;
        }

        var numbers = new long[3];
        for (var i = 1; i < parts.Length; i++)
        {
            if (FromBase36(parts[i]) is not { } number)
            {
                return null;
            }

            numbers[i - 1] = number;
        }

        var press = new ButtonPress(parts[0], numbers[0], numbers[1], numbers[2]);
        return Write(press) == data ? press : null;
    }

    private static bool IsVerb(string verb) =>
        verb.Length is > 0 and <= MaxVerb && !verb.AsSpan().ContainsAnyExcept(Letters);

    private static string ToBase36(long number)
    {
        // Zigzag: the sign becomes the lowest bit, so small negative numbers stay short too.
        var rest = (ulong)(number << 1) ^ (ulong)(number >> 63);
        Span<char> text = stackalloc char[13];
        var at = text.Length;
        do
        {
            text[--at] = Digits[(int)(rest % 36)];
            rest /= 36;
        } while (rest != 0);

        return new string(text[at..]);
    }

    private static long? FromBase36(string text)
    {
        if (text.Length is 0 or > 13)
        {
            return null;
        }

        UInt128 value = 0;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 36) + (uint)digit;
        }

        var zigzag = (ulong)value;
        return value > ulong.MaxValue ? null : (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }
}
