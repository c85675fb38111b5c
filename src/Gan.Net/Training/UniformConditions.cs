using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Class labels drawn uniformly, as in ACGAN, the projection discriminator and BigGAN.</summary>
public sealed record UniformConditions : IConditionSampler
{
    /// <inheritdoc/>
    public Tensor Draw(ConditionSpace space, long count, Tensor? real, Generator random, Device device)
    {
        ArgumentNullException.ThrowIfNull(space);
        return randint(space.ClassCount, [count], ScalarType.Int64, generator: random).to(device);
    }

    /// <inheritdoc/>
    public void Validate(ConditionSpace space, OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(space.Shape is null, $"cannot draw {space}: it draws class labels", nameof(UniformConditions), nameof(GanTrainerOptions.FakeConditions));
    }
}
