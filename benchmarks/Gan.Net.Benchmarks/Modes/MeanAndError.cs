namespace Gan.Net.Benchmarks.Modes;

/// <summary>The mean of independent runs and its standard error, s / √n with the deviation of a sample.</summary>
internal readonly record struct MeanAndError(double Mean, double Error)
{
    public static MeanAndError Of(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return new MeanAndError(mean, values.Count < 2 ? 0 : Math.Sqrt(squares / (values.Count - 1) / values.Count));
    }

    public string Show(int digits) => FormattableString.Invariant($"{Math.Round(Mean, digits).ToString($"F{digits}")} ± {Error.ToString($"F{digits}")}");
}
