using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>The colour of the ground for each logit: teal above a middle, plum below, dark around it. Immutable.</summary>
internal sealed class FieldShading
{
    // Below 1 lifts weak opinions out of the dark.
    private const double Power = 0.75;

    // Beyond this log-odds the probability is 0 or 1 for a colour of 8 bits.
    private const double Furthest = 12;

    // Computed once, not for each pixel: a step is far below what an eye or 8 bits can tell.
    private const int Steps = 4096;

    private readonly Colour[] _colours = new Colour[Steps + 1];
    private readonly double _middle;
    private readonly double _unit;

    private FieldShading(double middle, double unit)
    {
        (_middle, _unit) = (middle, unit);
        for (var i = 0; i <= Steps; i++)
        {
            var opinion = Math.Tanh(Furthest * (2.0 * i / Steps - 1) / 2); // 2p - 1
            _colours[i] = PointColours.Ground.Towards(opinion >= 0 ? PointColours.CalledReal : PointColours.CalledFake, Math.Pow(Math.Abs(opinion), Power));
        }
    }

    /// <summary>With a decision at 0 logits are log-odds; with any other, or none, one deviation of the field counts as one.</summary>
    public static FieldShading Of(DiscriminatorField field, double? decision)
    {
        if (decision == 0)
        {
            return new FieldShading(0, 1);
        }

        double[] logits = [.. field.Logits.ToArray().Where(float.IsFinite)];
        var mean = logits.DefaultIfEmpty(0).Average();
        var deviation = Math.Sqrt(logits.Select(logit => (logit - mean) * (logit - mean)).DefaultIfEmpty(0).Average());
        return new FieldShading(decision ?? mean, deviation > 0 ? deviation : 1);
    }

    /// <summary>The colour of a logit; that of the middle for NaN.</summary>
    public Colour At(double logit)
    {
        var odds = (logit - _middle) / _unit;
        return double.IsNaN(odds) ? PointColours.Ground : _colours[(int)Math.Round((Math.Clamp(odds, -Furthest, Furthest) / Furthest + 1) / 2 * Steps)];
    }
}
