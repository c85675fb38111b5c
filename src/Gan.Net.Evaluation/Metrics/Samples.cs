using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>Says when samples are too few, or do not fit together.</summary>
internal static class Samples
{
    /// <exception cref="TooFewSamplesException">There are fewer than are needed.</exception>
    public static void Require(string metric, long real, long generated, long least = 1)
    {
        if (real < least || generated < least)
        {
            throw new TooFewSamplesException(metric, least, string.Create(
                CultureInfo.InvariantCulture, $"{metric} needs at least {least} real and {least} generated sample{(least == 1 ? "" : "s")}; it has {real} and {generated}. Add more first."));
        }
    }

    /// <exception cref="ArgumentException">The two sides' features differ in length.</exception>
    public static void RequireSameSize(long real, long generated)
    {
        if (real != generated)
        {
            throw new ArgumentException($"The real samples have {real} features and the generated ones {generated}; expected the same number.");
        }
    }
}
