using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Samples a generator, with its averaged weights if there are any, from latents that depend only on a seed.</summary>
internal sealed class FixedSampler(IGenerator generator, Device device, long seed, EmaWeights? ema = null) : ISampler
{
    // Apart from the training stream, which starts at the seed itself.
    private const ulong Stream = 0x5A3D_11E5;

    // The engine draws normal numbers 16 at a time and an incomplete 16 differently: whole ones make fewer latents the first of more.
    private const int Drawn = 16;

    public int Classes => generator.Classes;

    public Tensor Sample(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var average = ema?.Show();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(unchecked((ulong)seed + Stream), CPU);
        if (Classes == 0)
        {
            return scope.MoveToOuter(generator.Generate(Latents(count, random)).cpu());
        }

        var rows = Latents((count + Classes - 1) / Classes, random).repeat_interleave(Classes, dim: 0).narrow(0, 0, count);
        var labels = arange(count, dtype: ScalarType.Int64, device: device).remainder(Classes);
        return scope.MoveToOuter(generator.Generate(rows, labels).cpu());
    }

    private Tensor Latents(int count, Generator random) =>
        generator.Latent.Sample((count + Drawn - 1L) / Drawn * Drawn, random, device).narrow(0, 0, count);
}
