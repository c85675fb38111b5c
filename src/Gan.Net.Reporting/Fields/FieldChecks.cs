using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>What pictures of a discriminator in the plane need of it.</summary>
internal static class FieldChecks
{
    public static void RequireSingle(IDiscriminator discriminator)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        if (discriminator.SamplesPerLogit != 1)
        {
            throw new ArgumentException(
                $"The discriminator judges {discriminator.SamplesPerLogit} samples together, so no point of the plane has a probability of its own. Leave the field out.",
                nameof(discriminator));
        }

        if (!discriminator.Condition.IsNone)
        {
            throw new ArgumentException(
                $"The discriminator judges samples beside {discriminator.Condition}, each by its own field. Leave the field out.", nameof(discriminator));
        }
    }

    /// <summary>Where the discriminator computes.</summary>
    public static Device DeviceOf(IDiscriminator discriminator) => discriminator.Module.parameters().FirstOrDefault()?.device ?? CPU;

    /// <summary>Logits <c>[N]</c> of points <c>[N, 2]</c>.</summary>
    public static Tensor Scores(IDiscriminator discriminator, Tensor points)
    {
        var logits = discriminator.Score(points);
        return logits.shape is [var count] && count == points.shape[0]
            ? logits
            : throw new ArgumentException(
                $"The discriminator gave [{string.Join(", ", logits.shape)}] for points [{points.shape[0]}, 2]; expected [{points.shape[0]}], one logit for each.", nameof(discriminator));
    }
}
