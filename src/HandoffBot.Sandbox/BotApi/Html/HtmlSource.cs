using System.Text;

namespace HandoffBot.Sandbox.BotApi.Html;

/// <summary>The raw text as bytes with a place in it; past the end stands a zero.</summary>
internal sealed class HtmlSource(string raw)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(raw);

    public int Position { get; private set; }

    public bool AtEnd => Position >= _bytes.Length;

    public char Current => AtEnd ? '\0' : (char)_bytes[Position];

    public bool AtSpace => Current is ' ' or '\t' or '\r' or '\n' or '\0' or '\v';

    public void Skip() => Position++;

    public void SkipSpaces()
    {
        while (!AtEnd && AtSpace)
        {
            Position++;
        }
    }

    /// <summary>Up to the next space or <c>&gt;</c>, in small letters.</summary>
    public string ReadName() => ReadWhile(c => c != '>' && !AtSpace).ToLowerInvariant();

    public string ReadWhile(Func<char, bool> wanted)
    {
        var start = Position;
        while (!AtEnd && wanted(Current))
        {
            Position++;
        }

        return Encoding.UTF8.GetString(_bytes, start, Position - start);
    }

    /// <summary>Copies one character, or what an entity such as <c>&amp;lt;</c> stands for.</summary>
    public void CopyCharacter(StringBuilder target)
    {
        if (Current == '&' && ReadCharacterReference() is { } rune)
        {
            target.Append(rune.ToString());
            return;
        }

        Rune.DecodeFromUtf8(_bytes.AsSpan(Position), out var character, out var length);
        target.Append(character.ToString());
        Position += length;
    }

    /// <summary>Only four names and numbers are known; anything else stays as it is written.</summary>
    private Rune? ReadCharacterReference()
    {
        var start = Position;
        Position++;
        var code = Current == '#' ? ReadNumber(start) : ReadKnownName();
        if (code is not { } value || !Rune.IsValid(value))
        {
            Position = start;
            return null;
        }

        if (Current == ';')
        {
            Position++;
        }

        return new Rune(value);
    }

    private int? ReadNumber(int start)
    {
        Position++;
        var isHex = Current == 'x';
        if (isHex)
        {
            Position++;
        }

        var digits = ReadWhile(isHex ? char.IsAsciiHexDigit : char.IsAsciiDigit);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return
            Position - start < 10
            && int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code)
            && code is > 0 and < 0x10ffff
            ? code
            : null;
    }

    private int? ReadKnownName() =>
        ReadWhile(char.IsAsciiLetter) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => null,
        };
}
