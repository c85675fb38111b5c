using System.Globalization;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>How the digit classifier is trained. The defaults reach 99 % on MNIST's test set in about a minute on two cores. Immutable.</summary>
public sealed record DigitClassifierOptions
{
    /// <summary>Passes over the training data, at least 1. Default 4.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Adam's step size at its highest, positive; it rises to there over a tenth of the training and falls to 0. Default 3e-3.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>How many classes the labels name, at least 2. Default 10.</summary>
    public int Classes { get; init; } = 10;

    /// <summary>Seed of the initial weights. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Where to train and to classify. Default the CPU.</summary>
    public Device Device { get; init; } = CPU;

    /// <summary>All that fixes the outcome, for the cache's key. The device does not: other hardware gives other rounding, not another classifier.</summary>
    internal string Key => string.Create(CultureInfo.InvariantCulture, $"epochs={Epochs};rate={LearningRate:R};classes={Classes};seed={Seed}");

    internal DigitClassifierOptions Checked()
    {
        new OptionProblems(nameof(DigitClassifierOptions))
            .AtLeast(Epochs, 1)
            .Positive(LearningRate)
            .AtLeast(Classes, 2)
            .Require(Device is not null, "must be a device", Device)
            .ThrowIfAny();
        return this;
    }
}
