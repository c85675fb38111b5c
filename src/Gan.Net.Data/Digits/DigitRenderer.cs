using System.Runtime.Intrinsics;

namespace Gan.Net.Data.Digits;

/// <summary>Draws one digit, gray on black, anti-aliased by each pixel's distance from the strokes.</summary>
internal static class DigitRenderer
{
    public const int Side = 28;
    public const int PixelCount = Side * Side;

    // The edge between ink and paper, and the margin around the ink, in pixels.
    private const float Edge = 1.2f;
    private const float Margin = 1.2f;
    private const int LongestTrace = 128;

    // Pixels measured at once.
    private const int Wide = 8;

    private static readonly Vector256<float> Steps = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>Draws a digit as one hand writes it.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="random">Chooses hand, way of writing and grain of the paper.</param>
    /// <param name="pixels">Takes 28 by 28 bytes: 0 is paper, 255 ink.</param>
    public static void Draw(int digit, SeededRandom random, Span<byte> pixels)
    {
        var way = (int)random.NextInt64(DigitGlyphs.Ways(digit));
        var hand = new Handwriting(random);
        var strokes = DigitGlyphs.Strokes(digit, way);
        Span<float> trace = stackalloc float[2 * LongestTrace];
        Span<int> ends = stackalloc int[8];
        var points = Place(strokes, hand, trace, ends);
        trace = trace[..(2 * points)];
        Center(trace, hand);

        Span<float> outside = stackalloc float[PixelCount];
        outside.Fill(Edge);
        var start = 0;
        foreach (var end in ends[..strokes.Length])
        {
            for (var point = start; point + 1 < end; point++)
            {
                var radius = hand.Radius * (1 + hand.Pressure * MathF.Sin(MathF.PI * point / 9));
                Segment(trace[(2 * point)..], radius, outside);
            }

            start = end;
        }

        Ink(outside, hand.Ink, random, pixels);
    }

    private static int Place(ReadOnlySpan<Stroke> strokes, in Handwriting hand, Span<float> trace, Span<int> ends)
    {
        var points = 0;
        for (var i = 0; i < strokes.Length; i++)
        {
            strokes[i].Trace(trace[(2 * points)..]);
            points += strokes[i].TraceLength;
            ends[i] = points;
        }

        for (var i = 0; i < 2 * points; i += 2)
        {
            (trace[i], trace[i + 1]) = hand.Place(trace[i], trace[i + 1]);
        }

        return points;
    }

    /// <summary>Moves the traces to the hand's place in the picture, made smaller if they would not fit.</summary>
    private static void Center(Span<float> trace, in Handwriting hand)
    {
        var room = Side - 2 * (hand.Radius * (1 + hand.Pressure) + Margin);
        for (var axis = 0; axis < 2; axis++)
        {
            var (low, high) = (float.MaxValue, float.MinValue);
            for (var i = axis; i < trace.Length; i += 2)
            {
                low = MathF.Min(low, trace[i]);
                high = MathF.Max(high, trace[i]);
            }

            var scale = MathF.Min(1, room / (high - low + 1e-6f));
            var slack = MathF.Max(0, (room - scale * (high - low)) / 2);
            var shift = Math.Clamp(axis == 0 ? hand.ShiftX : hand.ShiftY, -slack, slack);
            for (var i = axis; i < trace.Length; i += 2)
            {
                trace[i] = Side / 2f + shift + scale * (trace[i] - (low + high) / 2);
            }
        }
    }

    /// <summary>Lowers the distances from ink around the straight line between two points, eight pixels at a time.</summary>
    /// <param name="ends">x and y of the one point, x and y of the other.</param>
    /// <param name="radius">Half the width of the pen.</param>
    /// <param name="outside">For each pixel how far it lies outside of the ink; negative within.</param>
    private static void Segment(ReadOnlySpan<float> ends, float radius, Span<float> outside)
    {
        var (x0, y0, x1, y1) = (ends[0], ends[1], ends[2], ends[3]);
        var reach = radius + Edge / 2 + 0.5f;
        var left = Math.Clamp((int)(MathF.Min(x0, x1) - reach), 0, Side - Wide);
        var right = Math.Min(Side - 1, (int)(MathF.Max(x0, x1) + reach));
        var top = Math.Max(0, (int)(MathF.Min(y0, y1) - reach));
        var bottom = Math.Min(Side - 1, (int)(MathF.Max(y0, y1) + reach));
        var (dx, dy) = (x1 - x0, y1 - y0);
        var perLength = 1 / (dx * dx + dy * dy + 1e-9f);
        for (var x = left; x <= right; x += Wide)
        {
            x = Math.Min(x, Side - Wide);
            var px = Steps + Vector256.Create(x + 0.5f - x0);
            var alongX = px * (dx * perLength);
            for (var y = top; y <= bottom; y++)
            {
                var py = y + 0.5f - y0;
                var along = Vector256.Min(Vector256.Max(alongX + Vector256.Create(py * dy * perLength), Vector256<float>.Zero), Vector256<float>.One);
                var ex = px - along * dx;
                var ey = Vector256.Create(py) - along * dy;
                var distance = Vector256.Sqrt(ex * ex + ey * ey) - Vector256.Create(radius);
                var eight = outside.Slice(y * Side + x, Wide);
                Vector256.Min(distance, Vector256.Create<float>(eight)).CopyTo(eight);
            }
        }
    }

    private static void Ink(ReadOnlySpan<float> outside, float ink, SeededRandom random, Span<byte> pixels)
    {
        const float Grain = 0.12f / 65536;
        ulong bits = 0;
        for (var i = 0; i < PixelCount; i++)
        {
            bits = (i & 3) == 0 ? random.NextUInt64() : bits >> 16;
            var coverage = MathF.Min(0.5f - outside[i] / Edge, 1);
            pixels[i] = coverage <= 0 ? (byte)0 : (byte)(255 * coverage * ink * (1 - Grain * (uint)(bits & 0xFFFF)) + 0.5f);
        }
    }
}
