namespace Gan.Net.Reporting;

/// <summary>
/// Finds where a field crosses a level, cell by cell: marching squares (marching cubes, Lorensen and Cline 1987, in the plane), the crossing on an edge placed by
/// linear interpolation. Where two opposite corners lie above, the mean of the four decides which belong together. Cells with a NaN
/// or an infinity are left out.
/// </summary>
internal static class ContourLine
{
    /// <summary>The line's pieces, each two points of the plane, in no order.</summary>
    public static List<Segment> Find(DiscriminatorField field, double level)
    {
        var pieces = new List<Segment>();
        for (var row = 0; row < field.Resolution - 1; row++)
        {
            for (var column = 0; column < field.Resolution - 1; column++)
            {
                AddCell(field, column, row, level, pieces);
            }
        }

        return pieces;
    }

    private static void AddCell(DiscriminatorField field, int column, int row, double level, List<Segment> pieces)
    {
        // Corners counter-clockwise from the lower left; edge i goes from corner i to the next.
        Span<double> heights =
        [
            field.Logit(column, row) - level,
            field.Logit(column + 1, row) - level,
            field.Logit(column + 1, row + 1) - level,
            field.Logit(column, row + 1) - level,
        ];
        Span<Corner> crossings = stackalloc Corner[4];
        var found = 0;
        for (var edge = 0; edge < 4; edge++)
        {
            var (from, to) = (heights[edge], heights[(edge + 1) % 4]);
            if (!double.IsFinite(from))
            {
                return;
            }

            if (from >= 0 != to >= 0)
            {
                var (start, end) = (Corner.Of(edge), Corner.Of((edge + 1) % 4));
                crossings[found++] = start.Towards(end, from / (from - to));
            }
        }

        // With four crossings, edge 0 joins edge 1 around corner 1, or edge 3 around corner 0.
        var together = found == 4 && heights[0] + heights[1] + heights[2] + heights[3] >= 0 == heights[0] >= 0;
        for (var i = 0; i < found; i += 2)
        {
            var (a, b) = found == 2 || together ? (crossings[i], crossings[i + 1]) : (crossings[i], crossings[(i + 3) % 4]);
            pieces.Add(new Segment(
                field.Coordinate(column + a.X), field.Coordinate(row + a.Y), field.Coordinate(column + b.X), field.Coordinate(row + b.Y)));
        }
    }

    private readonly record struct Corner(double X, double Y)
    {
        public static Corner Of(int index) => index switch { 0 => new(0, 0), 1 => new(1, 0), 2 => new(1, 1), _ => new(0, 1) };

        public Corner Towards(Corner other, double share) => new(X + share * (other.X - X), Y + share * (other.Y - Y));
    }
}
