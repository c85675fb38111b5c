using Gan.Net.Regularizers;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Doubles;

/// <summary>
/// A game of <see cref="StillLoss"/> and one penalty through the real trainer. Plain gradient steps of length 1 make the gradient visible as
/// what the weights lose; the reported loss is the penalty's mean.
/// </summary>
internal sealed class PenaltyTrial : IDisposable
{
    private const long Seed = 7;

    private readonly GanTrainer _trainer;
    private readonly FewImages _source;

    /// <param name="penalty">What is added.</param>
    /// <param name="first">Who moves first: it finds the weights as they were made.</param>
    /// <param name="type">The precision of models and data.</param>
    /// <param name="change">Changes the models before the game.</param>
    public PenaltyTrial(IRegularizer penalty, PlayerOrder first, ScalarType type = ScalarType.Float64, Action<SmoothCritic, SmoothGenerator>? change = null)
    {
        Critic = new SmoothCritic(FewImages.Numbers, type);
        Generator = new SmoothGenerator(type);
        using (no_grad())
        {
            change?.Invoke(Critic, Generator);
        }

        _source = new FewImages(type);
        _trainer = new GanTrainer(Generator, Critic, new GanTrainerOptions
        {
            Loss = new StillLoss(),
            Regularizers = [penalty],
            Order = first,
            Seed = Seed,
            GeneratorOptimizer = new SgdSettings { LearningRate = 1.0 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = 1.0 },
        });
    }

    public SmoothCritic Critic { get; }

    public SmoothGenerator Generator { get; }

    /// <summary>Whether the penalty remembers something from step to step.</summary>
    public bool Remembers => _trainer.RegularizerStates[0].Tensors.Count > 0;

    /// <summary>Plays rounds and returns the reported losses of the last.</summary>
    public IReadOnlyDictionary<string, double> Play(int rounds = 1)
    {
        var reader = new Reader();
        _trainer.Fit(_source, TrainingLength.Rounds(rounds), [reader]);
        return reader.Values;
    }

    /// <summary>Every weight of a model, one model's parameters after the other.</summary>
    public static double[] Weights(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return [.. module.parameters().SelectMany(parameter => parameter.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray())];
    }

    public void Dispose()
    {
        _trainer.Dispose();
        _source.Dispose();
        Critic.Dispose();
        Generator.Dispose();
    }

    private sealed class Reader : TrainingHook
    {
        public IReadOnlyDictionary<string, double> Values { get; private set; } = new Dictionary<string, double>();

        public override long Every => long.MaxValue;

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => Values = report.Values;
    }
}
