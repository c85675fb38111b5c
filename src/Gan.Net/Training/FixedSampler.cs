using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Samples a generator, with its averaged weights if there are any, from latents that depend only on a seed, and, for generators that take a tensor as
/// their condition, from fixed conditions.
/// </summary>
internal sealed class FixedSampler(IGenerator generator, Trainer trainer, long seed, string name = "samples") : ISampler, IDisposable
{
    // Apart from the training stream, which starts at the seed itself.
    private const ulong Stream = 0x5A3D_11E5;

    // The engine draws normal numbers 16 at a time and an incomplete 16 differently: whole ones make fewer latents the first of more.
    private const int Drawn = 16;

    private Tensor? _conditions;

    public string Name => name;

    public int Classes => generator.Condition.ClassCount;

    /// <summary>Copies conditions <c>[N, ...condition]</c> to show from now on.</summary>
    public void Show(Tensor conditions)
    {
        using var scope = NewDisposeScope();
        _conditions?.Dispose();
        _conditions = conditions.detach().clone().DetachFromDisposeScope();
    }

    public Tensor Sample(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var average = trainer.ShowAveraged();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(unchecked((ulong)seed + Stream), CPU);
        var input = new GeneratorInput
        {
            Latents = generator.Latent.IsNone ? null : Latents(count, random),
            Condition = Conditions(count),
            Random = random,
            SamplesSeen = trainer.SamplesSeen,
        };
        return scope.MoveToOuter(generator.Generate(input).cpu());
    }

    public void Dispose() => _conditions?.Dispose();

    // Without classes each sample has a latent; with them each run through the classes has one.
    private Tensor Latents(int count, Generator random) => Classes == 0
        ? Drawing(count, random)
        : Drawing((count + Classes - 1) / Classes, random).repeat_interleave(Classes, dim: 0).narrow(0, 0, count);

    private Tensor Drawing(int count, Generator random) =>
        generator.Latent.Sample((count + Drawn - 1L) / Drawn * Drawn, random, trainer.Device).narrow(0, 0, count);

    private Tensor? Conditions(int count)
    {
        if (generator.Condition.IsNone)
        {
            return null;
        }

        if (Classes > 0)
        {
            return arange(count, dtype: ScalarType.Int64, device: trainer.Device).remainder(Classes);
        }

        var conditions = _conditions ?? throw new InvalidOperationException("There is no condition to show yet: the trainer takes the first from its source when it starts.");
        return conditions.index_select(0, arange(count, dtype: ScalarType.Int64, device: conditions.device).remainder(conditions.shape[0]));
    }
}
