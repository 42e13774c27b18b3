namespace HandoffBot.Tests.Support;

/// <summary>The fields of a message of Protocol Buffers, as far as a receiver of spans needs them.</summary>
internal static class ProtoFields
{
    /// <summary>The parts of this field that are bytes, texts or messages, in their order.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> message, int field)
    {
        var at = 0;
        while (at < message.Length)
        {
            var tag = Varint(message.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => LengthOfVarint(message.Span, at),
                1 => 8,
                5 => 4,
                2 => (int)Varint(message.Span, ref at),
                _ => throw new FormatException($"Wire type {tag & 7} is none."),
            };
            if ((tag & 7) == 2 && (int)(tag >> 3) == field)
            {
                yield return message.Slice(at, length);
            }

            at += length;
        }
    }

    private static int LengthOfVarint(ReadOnlySpan<byte> bytes, int at)
    {
        var end = at;
        Varint(bytes, ref end);
        return end - at;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
