using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Shows what a generator makes now: always from the same latents, which depend on the trainer's seed alone, with its averaged weights if there are any, in
/// evaluation mode and without a graph. Classes are shown in turn; a generator that takes a tensor as its condition shows fixed ones
/// (<see cref="Show"/>). The generator and the trainer belong to the caller. Not thread-safe.
/// </summary>
public sealed class GeneratorView : ISampler, IDisposable
{
    // Apart from the training stream, which starts at the seed itself.
    private const ulong Stream = 0x5A3D_11E5;

    // The engine draws normal numbers 16 at a time and an incomplete 16 differently: whole ones make fewer latents the first of more.
    private const int Drawn = 16;

    private readonly IGenerator _generator;
    private readonly Trainer _trainer;
    private Tensor? _conditions;

    /// <summary>Makes a view.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="trainer">The trainer that plays it.</param>
    /// <param name="name">The view's name, for files and headings: letters, digits, '-' and '_'.</param>
    public GeneratorView(IGenerator generator, Trainer trainer, string name = "samples")
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_generator, _trainer, Name) = (generator, trainer, name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Classes => _generator.Condition.ClassCount;

    /// <summary>Copies conditions <c>[N, ...condition]</c> to show from now on.</summary>
    /// <param name="conditions">The conditions, on the trainer's device; they stay the caller's.</param>
    public void Show(Tensor conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        using var scope = NewDisposeScope();
        _conditions?.Dispose();
        _conditions = conditions.detach().clone().DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Sample(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var average = _trainer.ShowAveraged();
        using var mode = new EvaluationMode(_generator.Module);
        using var random = new Generator(unchecked((ulong)_trainer.Seed + Stream), CPU);
        var input = new GeneratorInput
        {
            Latents = _generator.Latent.IsNone ? null : Latents(count, random),
            Condition = Conditions(count),
            Random = random,
            SamplesSeen = _trainer.SamplesSeen,
        };
        return scope.MoveToOuter(_generator.Generate(input).cpu());
    }

    /// <inheritdoc/>
    public void Dispose() => _conditions?.Dispose();

    // Without classes each sample has a latent; with them each run through the classes has one.
    private Tensor Latents(int count, Generator random) => Classes == 0
        ? Drawing(count, random)
        : Drawing((count + Classes - 1) / Classes, random).repeat_interleave(Classes, dim: 0).narrow(0, 0, count);

    private Tensor Drawing(int count, Generator random) =>
        _generator.Latent.Sample((count + Drawn - 1L) / Drawn * Drawn, random, _trainer.Device).narrow(0, 0, count);

    private Tensor? Conditions(int count)
    {
        if (_generator.Condition.IsNone)
        {
            return null;
        }

        if (Classes > 0)
        {
            return arange(count, dtype: ScalarType.Int64, device: _trainer.Device).remainder(Classes);
        }

        var conditions = _conditions ?? throw new InvalidOperationException("There is no condition to show yet: the trainer takes the first from its source when it starts.");
        return conditions.index_select(0, arange(count, dtype: ScalarType.Int64, device: conditions.device).remainder(conditions.shape[0]));
    }
}
