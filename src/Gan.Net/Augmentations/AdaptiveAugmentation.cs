using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// Adaptive discriminator augmentation, ADA (Karras et al. 2020, section 3): samples are changed with a probability p that keeps the
/// discriminator from overfitting. Every few batches r = E[sign(D(real))] over them is compared with a target, and p moves by one step up
/// when r lies above it and down when below; it never falls below 0. The step is such that p can rise from 0 to 1 over
/// <see cref="Speed"/> samples. Where a loss decides elsewhere than at 0, as least squares with labels 0 and 1 does, signs are taken from there; a
/// loss whose logits mean something only beside others has none to follow and is refused. p starts at 0 and lives in the <see cref="ComponentState"/> as <c>p</c>, beside <c>signs</c>, <c>logits</c>,
/// <c>samples</c> and <c>batches</c> seen since it last moved.
/// </summary>
public sealed record AdaptiveAugmentation : IChangingAugmentation
{
    /// <summary>What is done to samples. Default <see cref="AdaPipeline"/>.</summary>
    public IGradedAugmentation Pipeline { get; init; } = new AdaPipeline();

    /// <summary>The r aimed at, in [-1, 1). Default 0.6, the paper's.</summary>
    public double Target { get; init; } = 0.6;

    /// <summary>Samples over which p can rise from 0 to 1, positive. Default 500,000, the paper's.</summary>
    public double Speed { get; init; } = 500_000;

    /// <summary>Batches between two moves of p, at least 1. Default 4, the paper's.</summary>
    public int Every { get; init; } = 4;

    /// <summary>True: r counts signs.</summary>
    public bool FollowsDecisions => true;

    /// <summary>Samples as they are: p starts at 0.</summary>
    public Tensor Augment(Tensor samples, Generator random)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Pipeline.Augment(samples, zeros([], device: samples.device), random);
    }

    /// <inheritdoc/>
    public Tensor Augment(Tensor samples, AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(moment);
        return Pipeline.Augment(samples, moment.State.Find("p") ?? zeros([], device: samples.device), moment.Random);
    }

    /// <inheritdoc/>
    public Tensor Strength(AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.State.Find("p") ?? zeros([]);
    }

    /// <inheritdoc/>
    public void Observe(Tensor realLogits, long samples, AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(realLogits);
        ArgumentNullException.ThrowIfNull(moment);
        using var still = no_grad();
        var state = moment.State;
        var signs = state.Set("signs", Seen(state, "signs", realLogits).add(realLogits.sign().sum(ScalarType.Float64)));
        var logits = state.Set("logits", Seen(state, "logits").add(realLogits.numel()));
        var count = state.Set("samples", Seen(state, "samples").add(samples));
        var batches = state.Set("batches", Seen(state, "batches").add(1));
        if (batches.ToInt64() < Every)
        {
            return;
        }

        var side = signs.sub(logits.ToInt64() * Target).sign();
        state.Set("p", Seen(state, "p", realLogits).add(side.mul(count.ToInt64() / Speed)).clamp_min((Scalar)0));
        state.Set("signs", zeros_like(signs));
        foreach (var name in (string[])["logits", "samples", "batches"])
        {
            state.Set(name, zeros([], dtype: ScalarType.Int64));
        }
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Within(Pipeline, (pipeline, inside) => pipeline.Validate(inside)).InRange(Target, -1, 1).Positive(Speed).AtLeast(Every, 1);
    }

    // What the device computes stays there, so that nobody waits for it; what is counted stays on the CPU.
    private static Tensor Seen(ComponentState state, string name, Tensor like) => state.Find(name) ?? zeros([], dtype: ScalarType.Float64, device: like.device);

    private static Tensor Seen(ComponentState state, string name) => state.Find(name) ?? zeros([], dtype: ScalarType.Int64);
}
