namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>
/// A part of a packed file while it is unpacked: only so much in all, and never so much between two marks that a text or a name alone
/// would fill the memory. What the archive says of its own sizes is not believed.
/// </summary>
internal sealed class UnpackedStream(Stream packed, Func<int, bool> mayGoOn) : Stream
{
    /// <summary>The longest cell there can be takes less, however it is written.</summary>
    private const int Apart = 1 << 20;

    private int sinceMark;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = packed.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        var first = buffer[..read].IndexOf((byte)'<');
        var longest = sinceMark + (first < 0 ? read : first);
        sinceMark = last < 0 ? sinceMark + read : read - last;
        return longest <= Apart && mayGoOn(read) ? read : throw new UnreadableListException(ListProblem.Inflated);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }
}
