namespace Gan.Net.Imaging;

/// <summary>For each pixel of a resized line, the pixels it is made of and their weights, which sum to one. Immutable.</summary>
internal sealed class ResampleWeights
{
    private readonly int[] _first;
    private readonly float[][] _weights;

    private ResampleWeights(int size) => (_first, _weights) = (new int[size], new float[size][]);

    public static ResampleWeights For(int from, int to, ResizeFilter filter)
    {
        var result = new ResampleWeights(to);
        var scale = (double)from / to;
        var stretch = Math.Max(1, scale);  // a filter as wide as what falls into one new pixel
        var reach = stretch * filter switch { ResizeFilter.Bilinear => 1, ResizeFilter.Bicubic => 2, _ => 3 };
        for (var i = 0; i < to; i++)
        {
            var middle = (i + 0.5) * scale;
            var first = Math.Max(0, (int)Math.Floor(middle - reach + 0.5));
            var end = Math.Min(from, (int)Math.Floor(middle + reach + 0.5));
            var weights = new double[end - first];
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] = Weight(filter, (first + j + 0.5 - middle) / stretch);
            }

            var sum = weights.Sum();
            result._first[i] = first;
            result._weights[i] = [.. weights.Select(weight => (float)(weight / sum))];
        }

        return result;
    }

    /// <summary>The first pixel that pixel <paramref name="i"/> is made of.</summary>
    public int First(int i) => _first[i];

    /// <summary>The weights of the first pixel and those after it.</summary>
    public ReadOnlySpan<float> Of(int i) => _weights[i];

    private static double Weight(ResizeFilter filter, double distance)
    {
        var x = Math.Abs(distance);
        return filter switch
        {
            ResizeFilter.Bilinear => Math.Max(0, 1 - x),
            ResizeFilter.Bicubic => x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0,
            _ => x < 3 ? Sinc(x) * Sinc(x / 3) : 0,
        };
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
