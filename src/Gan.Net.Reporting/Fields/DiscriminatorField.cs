using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// What a discriminator of the plane says on a square grid of points: plain numbers, measured once. Immutable and thread-safe.
/// </summary>
public sealed class DiscriminatorField
{
    private readonly float[] _logits;

    private DiscriminatorField(float[] logits, int resolution, double limit) => (_logits, Resolution, Limit) = (logits, resolution, limit);

    /// <summary>The grid spans -Limit to Limit along both axes, both ends included.</summary>
    public double Limit { get; }

    /// <summary>Points along each axis.</summary>
    public int Resolution { get; }

    /// <summary>
    /// The logits, <c>Resolution * Resolution</c> of them: rows from y = -Limit upwards, in each x from -Limit to Limit. Above 0 the
    /// discriminator calls a point real; the probability is <c>sigmoid</c> of it.
    /// </summary>
    public ReadOnlySpan<float> Logits => _logits;

    /// <summary>
    /// Asks a discriminator about every point of the grid, in evaluation mode; afterwards all its modules are in the mode they were
    /// in, and nothing else of it has changed.
    /// </summary>
    /// <param name="discriminator">Who is asked, in one batch: it takes samples <c>[N, 2]</c> one by one. The caller owns it.</param>
    /// <param name="limit">How far the grid reaches, positive.</param>
    /// <param name="resolution">Points along each axis, 2 to 1024.</param>
    /// <exception cref="ArgumentException">The discriminator judges several samples together or samples of classes, or gave something else than a logit for each point.</exception>
    public static DiscriminatorField Measure(IDiscriminator discriminator, double limit, int resolution = 97)
    {
        FieldChecks.RequireSingle(discriminator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(resolution, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resolution, 1024);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var modes = new EvaluationMode(discriminator.Module);
        var axis = linspace(-limit, limit, resolution, dtype: ScalarType.Float32);
        var rows = axis.unsqueeze(1).expand(resolution, resolution);
        var columns = axis.unsqueeze(0).expand(resolution, resolution);
        var points = stack([columns, rows], 2).reshape(-1, 2).to(FieldChecks.DeviceOf(discriminator));
        var logits = FieldChecks.Scores(discriminator, points);
        return new DiscriminatorField(logits.cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray(), resolution, limit);
    }

    /// <summary>The logit between the grid's points, bilinear; beyond the grid that of its edge.</summary>
    /// <param name="x">Where, on the axis to the right.</param>
    /// <param name="y">Where, on the axis upwards.</param>
    public double LogitAt(double x, double y)
    {
        var (column, right) = Place(x);
        var (row, up) = Place(y);
        var below = Between(Logit(column, row), Logit(column + 1, row), right);
        var above = Between(Logit(column, row + 1), Logit(column + 1, row + 1), right);
        return Between(below, above, up);
    }

    internal double Logit(int column, int row) => _logits[row * Resolution + column];

    /// <summary>The coordinate of a column or row, fractions allowed.</summary>
    internal double Coordinate(double place) => Limit * (2 * place / (Resolution - 1) - 1);

    private (int Cell, double Share) Place(double coordinate)
    {
        var place = Math.Clamp((coordinate / Limit + 1) / 2 * (Resolution - 1), 0, Resolution - 1);
        var cell = Math.Min((int)place, Resolution - 2);
        return (cell, place - cell);
    }

    // Not a + share * (b - a): an infinite neighbour with no share must not make a NaN.
    private static double Between(double a, double b, double share) => share == 0 ? a : share == 1 ? b : (1 - share) * a + share * b;
}
