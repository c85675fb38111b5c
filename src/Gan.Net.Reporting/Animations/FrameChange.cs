namespace Gan.Net.Reporting;

/// <summary>The rectangle in which a frame differs from the one before: only that is written. At least one pixel.</summary>
internal readonly record struct FrameChange(int Left, int Top, int Width, int Height)
{
    /// <summary>Compares two frames.</summary>
    /// <param name="frame">The rows of the frame, <c>width * step</c> bytes each.</param>
    /// <param name="before">The frame before, as long; empty for the first one, which differs everywhere.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="step">Bytes of a pixel.</param>
    public static FrameChange Between(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> before, int width, int step)
    {
        var stride = width * step;
        var height = frame.Length / stride;
        if (before.IsEmpty)
        {
            return new FrameChange(0, 0, width, height);
        }

        var (left, right, top, bottom) = (stride, -1, height, -1);
        for (var y = 0; y < height; y++)
        {
            var row = frame.Slice(y * stride, stride);
            var old = before.Slice(y * stride, stride);
            var same = row.CommonPrefixLength(old);
            if (same == stride)
            {
                continue;
            }

            var last = stride - 1;
            while (row[last] == old[last])
            {
                last--;
            }

            (left, right) = (Math.Min(left, same), Math.Max(right, last));
            (top, bottom) = (Math.Min(top, y), y);
        }

        return bottom < 0 ? new FrameChange(0, 0, 1, 1) : new FrameChange(left / step, top, right / step - left / step + 1, bottom - top + 1);
    }

    /// <summary>The rectangle's rows, one after the other.</summary>
    public byte[] Cut(ReadOnlySpan<byte> frame, int width, int step)
    {
        var part = new byte[Width * Height * step];
        for (var y = 0; y < Height; y++)
        {
            frame.Slice(((Top + y) * width + Left) * step, Width * step).CopyTo(part.AsSpan(y * Width * step));
        }

        return part;
    }
}
