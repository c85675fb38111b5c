namespace Gan.Net.Data.Digits;

/// <summary>How a stroke goes from point to point.</summary>
internal enum StrokeKind
{
    Lines,
    Curve,
    ClosedCurve,
}

/// <summary>One movement of the pen: x and y of its points in turn.</summary>
internal sealed class Stroke(StrokeKind kind, float[] coordinates)
{
    // Pieces that a curve's span between two points is drawn in.
    private const int Pieces = 5;

    private int Points => coordinates.Length / 2;

    private int Spans => kind == StrokeKind.ClosedCurve ? Points : Points - 1;

    /// <summary>How many points <see cref="Trace"/> writes.</summary>
    public int TraceLength => Spans * Pieces + 1;

    /// <summary>Writes x and y of points along the stroke, close enough to be joined by straight lines.</summary>
    /// <param name="trace">Takes <c>2 * TraceLength</c> numbers.</param>
    public void Trace(Span<float> trace)
    {
        var written = 0;
        for (var span = 0; span < Spans; span++)
        {
            for (var piece = 0; piece < Pieces; piece++)
            {
                Place(span, piece / (float)Pieces, trace[written..]);
                written += 2;
            }
        }

        Place(Spans - 1, 1, trace[written..]);
    }

    // Lines go straight; a curve is Catmull and Rom's: its direction at a point is that from the point before to the one behind.
    private void Place(int span, float t, Span<float> target)
    {
        for (var axis = 0; axis < 2; axis++)
        {
            var (from, to) = (At(span, axis), At(span + 1, axis));
            if (kind == StrokeKind.Lines)
            {
                target[axis] = from + t * (to - from);
                continue;
            }

            var (before, behind) = (At(span - 1, axis), At(span + 2, axis));
            target[axis] = from + 0.5f * t * (to - before
                + t * (2 * before - 5 * from + 4 * to - behind
                + t * (3 * (from - to) + behind - before)));
        }
    }

    private float At(int point, int axis)
    {
        point = kind == StrokeKind.ClosedCurve ? (point + Points) % Points : Math.Clamp(point, 0, Points - 1);
        return coordinates[2 * point + axis];
    }
}
