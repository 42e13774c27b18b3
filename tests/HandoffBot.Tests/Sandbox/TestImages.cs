using System.Buffers.Binary;

namespace HandoffBot.Tests.Sandbox;

internal static class TestImages
{
    /// <summary>The head of a PNG: enough for everybody who only asks for its size.</summary>
    public static byte[] Png(int width, int height)
    {
        byte[] bytes =
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            0,
            0,
            0,
            13,
            0x49,
            0x48,
            0x44,
            0x52,
            .. new byte[17],
        ];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }
}
