using Microsoft.Extensions.Logging;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Unrolled GAN (Metz et al. 2017, equations 7 to 10): the generator is judged by the discriminator as it would be k optimizer steps
/// later, and its gradient flows through those steps too. The discriminator then goes back to where it was, bit for bit, buffers
/// included; its own step is the ordinary one. As in the authors' code, all k steps look at the step's own minibatch and go on from
/// what the discriminator's optimizer remembers. They take the loss and the regularizers that are due. The generator's own regularizers look at
/// the discriminator as it is now. Of a zero-sum loss (<see cref="Losses.IAdversarialLoss.IsZeroSum"/>) the generator lowers the whole value, real samples' share included: in
/// an ordinary step that has no gradient by the generator, but here it has one, through the discriminator that answers.
/// </summary>
/// <remarks>
/// The gradient is exact for any discriminator, without a second, functional form of it: the k steps are taken once to see where they
/// lead, then gone through backwards, and at each the discriminator is put back to where it stood and differentiated twice. So memory
/// grows with k by copies of the weights only, not by graphs. A module that draws at random when it scores (dropout) draws anew in the second
/// pass; its gradient is that much noisier.
/// </remarks>
public class UnrolledGanTrainer : GanTrainer
{
    private readonly IDifferentiableOptimizer _rule;
    private readonly Player _player;

    /// <summary>Seats the players.</summary>
    /// <param name="generator">G. The caller owns it.</param>
    /// <param name="discriminator">D. The caller owns it.</param>
    /// <param name="options">The rules; null for the DCGAN paper's.</param>
    /// <param name="logger">Logs the start and end of runs. Null: no logging.</param>
    /// <exception cref="ArgumentException">
    /// An option breaks a rule, the discriminator's optimizer is no <see cref="IDifferentiableOptimizer"/>, or something acts on its gradients
    /// or weights in place, through which there is no gradient.
    /// </exception>
    public UnrolledGanTrainer(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions? options = null, ILogger? logger = null)
        : base(generator, discriminator, Unrollable(options ??= new GanTrainerOptions()), logger)
    {
        _player = Players.Single(player => player.Modules.Contains(discriminator.Module));
        _rule = (IDifferentiableOptimizer)options.DiscriminatorOptimizer;
    }

    /// <summary>Discriminator steps looked ahead, k, at least 1. Default 5, as in the authors' two-dimensional experiment.</summary>
    public int UnrolledSteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(UnrolledSteps));
            field = value;
        }
    } = 5;

    /// <inheritdoc/>
    protected override bool GeneratorNeedsReal => true;

    /// <inheritdoc/>
    protected override void Describe(RunSettings settings)
    {
        base.Describe(settings);
        settings.Add(nameof(UnrolledSteps), UnrolledSteps);
    }

    /// <summary>The generator's mean loss after the unrolled steps: a scalar whose gradient runs through them.</summary>
    protected override Tensor GeneratorLoss(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        using var scope = NewDisposeScope();
        var gradients = _player.Parameters.Gradients.clone();
        var path = new List<Moment> { Start() };
        try
        {
            _player.Parameters.SetTrainable(true);
            for (var i = 0; i < UnrolledSteps; i++)
            {
                path.Add(Next(path[i], pass));
            }

            var (loss, due) = Judge(pass);
            for (var i = UnrolledSteps - 1; i >= 0; i--)
            {
                due = Back(path[i], pass, due);
            }

            // The value is the loss; the gradient is what was gathered at the fakes, which goes on through the generator.
            var carrier = pass.Fake.mul(due.Fakes).sum();
            return scope.MoveToOuter(loss.add(carrier.sub(carrier.detach())));
        }
        finally
        {
            Return(path[0]);
            Write(_player.Parameters.Gradients, gradients);
            _player.Parameters.SetTrainable(false);
            path.ForEach(moment => Array.ForEach(moment.States, state => state.Dispose()));
        }
    }

    private Moment Start()
    {
        Tensor[] weights = [_player.Parameters.Values.detach().clone(), .. _rule.Memory(_player.Optimizer)];
        var seed = randint(long.MaxValue, [1], ScalarType.Int64, generator: Random).ToInt64();
        return new Moment(0, weights, Buffers(), [.. RegularizerStates.Select(state => state.Copy())], (ulong)seed);
    }

    // Takes the step from where the discriminator stands.
    private Moment Next(Moment now, GeneratorPass pass)
    {
        using var scope = NewDisposeScope();
        var states = now.States.Select(state => state.Copy()).ToArray();
        _player.Parameters.ZeroGradients();
        DiscriminatorLoss(now, states, pass, pass.Fake.detach()).backward();
        using var still = no_grad();
        now.Gradient = scope.MoveToOuter(_player.Parameters.Gradients.clone());
        var weights = Step(now, now.Weights, now.Gradient);
        Write(_player.Parameters.Values, weights[0]);
        return new Moment(now.Index + 1, Outward(scope, weights), Outward(scope, Buffers()), states, now.Seed);
    }

    // The generator's loss where the steps end, and its gradient by the fakes and by the discriminator's weights there.
    private (Tensor Loss, Due Due) Judge(GeneratorPass pass)
    {
        using var scope = NewDisposeScope();
        var fakes = pass.Fake.detach().requires_grad_();
        var end = new GeneratorPass(pass.Generator, pass.Discriminator, FakesOf(pass, fakes), RealOf(pass), Random)
        {
            ScoresReal = Loss.IsZeroSum || Loss.GeneratorNeedsRealLogits,
            SamplesSeen = pass.SamplesSeen,
        };
        var loss = (Loss.IsZeroSum ? Loss.ForDiscriminator(end.RealLogits, end.FakeLogits).neg() : base.GeneratorLoss(end)).mean();
        _player.Parameters.ZeroGradients();
        loss.backward();
        return (scope.MoveToOuter(loss.detach()), new Due(scope.MoveToOuter(GradientOf(fakes)), [scope.MoveToOuter(_player.Parameters.Gradients.clone())]));
    }

    // From the gradient by what a step left to the gradient by what it found: through the optimizer's rule, then through the loss.
    private Due Back(Moment now, GeneratorPass pass, Due due)
    {
        using var scope = NewDisposeScope();
        var gradient = Leaf(now.Gradient!);
        var weights = Array.ConvertAll(now.Weights, Leaf);
        Dot(Step(now, weights, gradient).Zip(due.Weights)).backward();

        Return(now);
        var fakes = Leaf(pass.Fake);
        var loss = DiscriminatorLoss(now, now.States, pass, fakes);
#pragma warning disable RS0030 // the same loss went through backward() on the way here, where it would have thrown
        var slopes = autograd.grad([loss], [.. _player.Parameters.Parts], retain_graph: true, create_graph: true, allow_unused: true);
#pragma warning restore RS0030
        var bent = slopes.Zip(_player.Parameters.Split(GradientOf(gradient))).Where(pair => !pair.First.IsInvalid && pair.First.requires_grad).ToArray();
        _player.Parameters.ZeroGradients();
        if (bent.Length > 0)
        {
            Dot(bent).backward();
        }

        Tensor[] before = [GradientOf(weights[0]).add(_player.Parameters.Gradients), .. weights.Skip(1).Select(GradientOf)];
        return new Due(scope.MoveToOuter(due.Fakes.add(GradientOf(fakes))), Outward(scope, before));
    }

    // Before the base moves a model: what cannot be unrolled is refused.
    private static GanTrainerOptions Unrollable(GanTrainerOptions options)
    {
        if (options.DiscriminatorOptimizer is not IDifferentiableOptimizer)
        {
            throw new ArgumentException(
                $"{options.DiscriminatorOptimizer?.GetType().Name ?? "No optimizer"} cannot be unrolled: its step is no {nameof(IDifferentiableOptimizer)}. Take {nameof(AdamSettings)}, {nameof(SgdSettings)} or {nameof(RmsPropSettings)}.",
                nameof(options));
        }

        object[] acting = [.. options.BeforeDiscriminatorStep, .. options.AfterDiscriminatorStep];
        return acting.Length == 0 ? options : throw new ArgumentException(
            $"{acting[0].GetType().Name} cannot be unrolled: no gradient flows through what acts on gradients or weights in place. Leave {nameof(options.BeforeDiscriminatorStep)} and {nameof(options.AfterDiscriminatorStep)} empty.",
            nameof(options));
    }

    // The discriminator's mean loss as its own step would have it; the same chance each time.
    private Tensor DiscriminatorLoss(Moment now, IReadOnlyList<ComponentState> states, GeneratorPass pass, Tensor fakes)
    {
        using var random = new Generator(SeededRandom.Derive(now.Seed, (ulong)now.Index), CPU);
        var step = _player.Steps + now.Index;
        var scored = PassAt(step, RealOf(pass), FakesOf(pass, fakes), random);
        return TermsAt(step, scored, states).mean();
    }

    private Tensor[] Step(Moment now, IReadOnlyList<Tensor> weights, Tensor gradient) =>
        [.. _rule.Step(weights, gradient, _player.Steps + now.Index + 1, SamplesSeen)];

    private Tensor[] Buffers() => [.. Discriminator.Module.buffers().Select(buffer => buffer.detach().clone())];

    private void Return(Moment moment)
    {
        Write(_player.Parameters.Values, moment.Weights[0]);
        foreach (var (buffer, value) in Discriminator.Module.buffers().Zip(moment.Buffers))
        {
            Write(buffer, value);
        }
    }

    private static Batch RealOf(GeneratorPass pass) => new(pass.Real!, pass.RealCondition);

    private static Fakes FakesOf(GeneratorPass pass, Tensor samples) => new() { Latents = pass.LatentsOrNull, Samples = samples, Condition = pass.FakeCondition };

    private static void Write(Tensor target, Tensor value)
    {
        using var still = no_grad();
        target.copy_(value);
    }

    private static Tensor Leaf(Tensor value) => value.detach().requires_grad_();

    private static Tensor GradientOf(Tensor leaf) => leaf.grad ?? zeros_like(leaf);

    private static Tensor Dot(IEnumerable<(Tensor First, Tensor Second)> pairs) =>
        pairs.Select(pair => pair.First.mul(pair.Second).sum()).Aggregate((total, term) => total.add(term));

    private static Tensor[] Outward(DisposeScope scope, Tensor[] tensors) => Array.ConvertAll(tensors, scope.MoveToOuter);

    // Where the discriminator stood before a step: its weights with what the optimizer remembers, its buffers, what its regularizers
    // remember, and, once the step was taken, its gradient.
    private sealed record Moment(int Index, Tensor[] Weights, Tensor[] Buffers, ComponentState[] States, ulong Seed)
    {
        public Tensor? Gradient { get; set; }
    }

    // The gradient of the generator's loss by the fakes, as gathered so far, and by the weights and the memory at a moment.
    private sealed record Due(Tensor Fakes, Tensor[] Weights);
}
