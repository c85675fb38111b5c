using Gan.Net.Regularizers;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>An unrolled trainer over smooth networks in float64, with one fixed minibatch to look at.</summary>
internal sealed class UnrolledGame : IDisposable
{
    private const int Steps = 3;
    private const int Played = 3;

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _real;
    private readonly Tensor _latents;
    private readonly GanTrainerOptions _options;

    public UnrolledGame(GanTrainerOptions options, bool batchNorm = false, long hidden = 4)
    {
        using var random = new Generator(11, CPU);
        _options = options;
        Critic = new SmoothCritic(2, hidden: hidden);
        Generator = new SmoothGenerator([2]);
        Judge = batchNorm ? new NormalizedCritic(Critic) : Critic;
        _real = randn(5, 2, dtype: ScalarType.Float64, generator: random);
        _latents = randn(5, 3, dtype: ScalarType.Float64, generator: random);
        Trainer = new OpenUnrolledTrainer(Generator, Judge, options) { UnrolledSteps = Steps };
    }

    public SmoothCritic Critic { get; }

    public IDiscriminator Judge { get; }

    public SmoothGenerator Generator { get; }

    public OpenUnrolledTrainer Trainer { get; }

    /// <summary>Trains for some rounds, so that optimizers and regularizers have something to remember.</summary>
    public void Warm()
    {
        using var source = new NoiseSource(2) { BatchSize = 5, Type = ScalarType.Float64 };
        Trainer.Fit(source, TrainingLength.Rounds(Played));
    }

    public Tensor Loss() => Trainer.LossOf(_latents, _real);

    public double[] Gradient()
    {
        Generator.Weight.grad?.zero_();
        Loss().backward();
        return Generator.Weight.grad!.data<double>().ToArray();
    }

    /// <summary>The gradient of the same loss, were the discriminator's steps not to depend on the generator.</summary>
    public double[] FirstOrderGradient()
    {
        Generator.Weight.grad?.zero_();
        AfterRealSteps(() => _options.Loss.ForGenerator(null!, Judge.Score(Generator.Generate(_latents))).mean().backward());
        return Generator.Weight.grad!.data<double>().ToArray();
    }

    public double LossAfterRealSteps() => AfterRealSteps((_, fake) => _options.Loss.ForGenerator(null!, fake));

    /// <summary>What the discriminator gains where its steps end: the value of a zero-sum game.</summary>
    public double ValueAfterRealSteps() => AfterRealSteps((real, fake) => _options.Loss.ForDiscriminator(real, fake).neg());

    private double AfterRealSteps(Func<Tensor, Tensor, Tensor> terms)
    {
        var value = 0.0;
        AfterRealSteps(() => value = terms(Judge.Score(_real), Judge.Score(Generator.Generate(_latents))).mean().ToDouble());
        return value;
    }

    /// <summary>All that the discriminator and its player are made of, bit by bit.</summary>
    public IEnumerable<long> Everything()
    {
        var player = Trainer.Players.Single(player => player.Name == "discriminator");
        var memory = ((IDifferentiableOptimizer)_options.DiscriminatorOptimizer).Memory(player.Optimizer);
        var remembered = Trainer.RegularizerStates.SelectMany(state => state.Tensors.Values);
        Tensor[] all = [player.Parameters.Values, player.Parameters.Gradients, .. memory, .. Judge.Module.buffers(), .. remembered];
        return [.. all.SelectMany(tensor => tensor.detach().to(ScalarType.Float64).flatten().contiguous().data<double>().ToArray()).Select(BitConverter.DoubleToInt64Bits)];
    }

    public void Dispose()
    {
        Trainer.Dispose();
        Judge.Dispose();
        Critic.Dispose();
        Generator.Dispose();
        _scope.Dispose();
    }

    // With the player's own optimizer, which the trainer may not touch: so this comes last in a test.
    private void AfterRealSteps(Action look)
    {
        var player = Trainer.Players.Single(player => player.Name == "discriminator");
        foreach (var parameter in Critic.parameters())
        {
            parameter.requires_grad = true;
        }

        var fakes = Generator.Generate(_latents).detach();
        for (var i = 0; i < Steps; i++)
        {
            player.Parameters.ZeroGradients();
            _options.Loss.ForDiscriminator(Judge.Score(_real), Judge.Score(fakes)).mean().add(Penalties(fakes, Played + i)).backward();
            player.Optimizer.step();
        }

        look();
    }

    // R1 and R2 written out, at the player's steps when they are due.
    private Tensor Penalties(Tensor fakes, int step)
    {
        var total = zeros(1, dtype: ScalarType.Float64);
        foreach (var (gamma, every, samples) in _options.Regularizers.Select(regularizer => Written(regularizer, fakes)))
        {
            var points = samples.detach().requires_grad_();
            var slopes = autograd.grad([Judge.Score(points).sum()], [points], create_graph: true, retain_graph: true)[0];
            total = step % every == 0 ? total.add(slopes.square().sum(1).mean().mul(gamma / 2 * every)) : total;
        }

        return total.sum();
    }

    private (double Gamma, int Every, Tensor Samples) Written(IRegularizer regularizer, Tensor fakes) => regularizer switch
    {
        R1Penalty penalty => (penalty.Gamma.At(0), penalty.Every, _real),
        R2Penalty penalty => (penalty.Gamma.At(0), penalty.Every, fakes),
        _ => throw new NotSupportedException($"{regularizer.GetType().Name} is not written out here."),
    };
}
