namespace Gan.Net.Layers;

/// <summary>
/// How an equalised layer scales its weights when it uses them (Karras et al. 2018, section 4.1): weights start from N(0, 1) and act as
/// weight · gain / √inputs, so that an optimizer that steps by scale moves all layers alike. Immutable.
/// </summary>
public sealed record EqualizedRate
{
    /// <summary>The factor before 1/√inputs, positive. Default √2, He's for rectifiers; a last, linear layer takes 1.</summary>
    public double Gain { get; init; } = Math.Sqrt(2);

    /// <summary>
    /// How much faster than the optimizer's rate the layer learns, positive: weights start as much smaller and act as much larger,
    /// biases too. Default 1; StyleGAN's mapping network has 0.01.
    /// </summary>
    public double Multiplier { get; init; } = 1;

    internal EqualizedRate Validated()
    {
        new OptionProblems(nameof(EqualizedRate)).Positive(Gain).Positive(Multiplier).ThrowIfAny();
        return this;
    }

    internal double Scale(long inputs) => Multiplier * Gain / Math.Sqrt(inputs);
}
