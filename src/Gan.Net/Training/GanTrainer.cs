using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// The two-player game of Goodfellow et al. 2014, algorithm 1: k discriminator steps, then one generator step. Subclass it to change
/// either loss; the pass handed over holds the step's samples and logits.
/// Owns optimizers and buffers; the models belong to the caller and are moved to the device of the options.
/// </summary>
public class GanTrainer : AlternatingTrainer<Batch>
{
    private readonly GanTrainerOptions _options;
    private readonly Player _discriminatorPlayer;
    private readonly Player _generatorPlayer;
    private readonly RegularizerSchedule<IDiscriminatorRegularizer> _discriminatorTerms;
    private readonly RegularizerSchedule<IGeneratorRegularizer> _generatorTerms;
    private readonly ComponentState[] _states;
    private readonly bool _generatorSeesReal;
    private readonly FixedSampler _sampler;
    private readonly EmaWeights? _ema;
    private readonly AugmentationStage _augmentations;
    private DataChecks? _dataChecks;
    private Fakes? _shared;

    /// <summary>Seats the players.</summary>
    /// <param name="generator">G. The caller owns it.</param>
    /// <param name="discriminator">D. The caller owns it.</param>
    /// <param name="options">The rules; null for the DCGAN paper's.</param>
    /// <param name="logger">Who is told of starts and ends; null for nobody.</param>
    /// <exception cref="ArgumentException">
    /// An option breaks a rule; the message names every one that does. Or the models do not fit each other, or lack what a regularizer needs.
    /// </exception>
    public GanTrainer(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions? options = null, ILogger? logger = null)
        : base((options ??= new GanTrainerOptions()).Validated(), logger)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        ModelChecks.CheckModels(generator, discriminator);
        foreach (var regularizer in options.Regularizers)
        {
            regularizer.CheckModels(generator, discriminator);
        }

        _options = options;
        Generator = generator;
        Discriminator = discriminator;
        generator.Module.to(options.Device);
        discriminator.Module.to(options.Device);
        _discriminatorPlayer = new Player("discriminator", [discriminator.Module], options.DiscriminatorOptimizer, options.DiscriminatorSteps)
        {
            WarmUp = options.DiscriminatorWarmUp,
            BeforeStep = options.BeforeDiscriminatorStep,
            AfterStep = options.AfterDiscriminatorStep,
        };
        _generatorPlayer = new Player("generator", [generator.Module], options.GeneratorOptimizer)
        {
            BeforeStep = options.BeforeGeneratorStep,
            AfterStep = options.AfterGeneratorStep,
        };
        Players = options.Order == PlayerOrder.DiscriminatorFirst ? [_discriminatorPlayer, _generatorPlayer] : [_generatorPlayer, _discriminatorPlayer];
        _discriminatorTerms = new(options.Regularizers);
        _generatorTerms = new(options.Regularizers);
        _states = [.. options.Regularizers.Select((regularizer, i) => Remember($"regularizer.{i}.{regularizer.GetType().Name}"))];
        _generatorSeesReal = Loss.GeneratorNeedsRealLogits || (IsConditional && options.FakeLabels == FakeLabels.Batch)
            || options.Regularizers.OfType<IGeneratorRegularizer>().Any(regularizer => regularizer.NeedsReal);
        _augmentations = new AugmentationStage(
            options.Augmentations, [.. options.Augmentations.Select((augmentation, i) => Remember($"augmentation.{i}.{augmentation.GetType().Name}"))]);
        _ema = options.Ema is { } ema ? new EmaWeights(ema, _generatorPlayer.Parameters, Remember("ema")) : null;
        _sampler = new FixedSampler(generator, options.Device, options.Seed, _ema);
    }

    /// <summary>The generator.</summary>
    public IGenerator Generator { get; }

    /// <summary>The discriminator.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>
    /// What the regularizers remember, one state for each in the order of <see cref="GanTrainerOptions.Regularizers"/>. The trainer owns them.
    /// </summary>
    public IReadOnlyList<ComponentState> RegularizerStates => _states;

    /// <summary>The two objectives.</summary>
    protected IAdversarialLoss Loss => _options.Loss;

    /// <inheritdoc/>
    protected override ISampler Sampler => _sampler;

    /// <inheritdoc/>
    protected override int BatchesPerRound => (_options.DiscriminatorSteps + (GeneratorDrawsFirst ? 1 : 0)) * _options.GradientAccumulation;

    /// <summary>Whether the generator's turn reads the real batch. The default asks the loss, the regularizers and where labels come from.</summary>
    protected virtual bool GeneratorNeedsReal => _generatorSeesReal;

    private bool IsConditional => Generator.Classes > 0;

    // A generator that moves first and judges by real samples needs a batch before the discriminator has drawn one.
    private bool GeneratorDrawsFirst => GeneratorNeedsReal && _options.Order == PlayerOrder.GeneratorFirst;

    /// <summary>
    /// Puts the averaged weights into the generator until the result is disposed; then the trained ones are back, bit for bit. For
    /// saving and sampling; training on meanwhile is refused. Null, and the generator stays as it is, when there is no average: without
    /// <see cref="GanTrainerOptions.Ema"/>, and before the first round.
    /// </summary>
    public IDisposable? UseEma() => _ema?.Show();

    /// <summary>The discriminator's terms <c>[N]</c>. The default asks <see cref="Loss"/>.</summary>
    protected virtual Tensor DiscriminatorLoss(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Loss is IRandomizedLoss chance
            ? chance.ForDiscriminator(pass.RealLogits, pass.FakeLogits, pass.Random)
            : Loss.ForDiscriminator(pass.RealLogits, pass.FakeLogits);
    }

    /// <summary>The generator's terms <c>[N]</c>. The default asks <see cref="Loss"/>.</summary>
    protected virtual Tensor GeneratorLoss(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Loss.ForGenerator(pass.RealLogits, pass.FakeLogits);
    }

    /// <inheritdoc/>
    protected sealed override Tensor ComputeLoss(Player player, Round<Batch> round) =>
        ReferenceEquals(player, _discriminatorPlayer) ? DiscriminatorTurn(round) : GeneratorTurn(round);

    /// <inheritdoc/>
    protected override long RoundsFor(long batches) => _options.DiscriminatorWarmUp is { } warmUp
        ? warmUp.RoundsFor(batches, Rounds, BatchesPerRound, (warmUp.Steps - _options.DiscriminatorSteps) * _options.GradientAccumulation)
        : base.RoundsFor(batches);

    /// <inheritdoc/>
    protected override void OnRunStarting() => _ema?.Start(anew: Rounds == 0);

    /// <inheritdoc/>
    protected override void OnRoundPlayed(long samples) => _ema?.Follow(samples, SamplesSeen);

    /// <inheritdoc/>
    protected override void Check(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ModelChecks.CheckBatch(batch);
        ModelChecks.CheckLabels(batch.Labels, Generator.Classes);
        var real = OnDevice(batch);
        using var probe = new Generator(0, CPU);
        using var modes = new EvaluationMode(Generator.Module, Discriminator.Module);
        var latents = Generator.Latent.Sample(batch.Size, probe, Device);
        var fake = ModelChecks.Try("generator", latents, "Its LatentSpace and its first layer must agree.", () => LooseTensors.Refuse("generator", Generator, Generator.Module, () => Generator.Generate(latents, real.Labels)));
        ModelChecks.CheckGenerated(fake, real.Samples);
        ModelChecks.CheckBound(real.Samples, Generator.Bound);
        var critic = _augmentations.Before(Discriminator, probe, SamplesSeen);
        var samples = real.Samples.detach();
        var logits = ModelChecks.Try(
            "discriminator", samples, "Choose a model of the data's size.", () => LooseTensors.Refuse("discriminator", Discriminator, Discriminator.Module, () => critic.Score(samples, real.Labels)));
        ModelChecks.CheckLogits(logits, batch.Size, Discriminator.SamplesPerLogit);
    }

    /// <inheritdoc/>
    private protected override void CheckAll(DataSummary? summary) => _dataChecks = DataChecks.Of(summary, Generator, Logger);

    /// <inheritdoc/>
    private protected override void RequireTrainedWeights() => _ema?.RequireTrainedWeights();

    /// <inheritdoc/>
    protected override void Describe(RunSettings settings)
    {
        base.Describe(settings);
        settings.Add(nameof(_options.Loss), Loss).Add(nameof(_options.Latents), _options.Latents).Add(nameof(_options.Order), _options.Order)
            .Add(nameof(_options.Regularizers), _options.Regularizers).Add(nameof(_options.Augmentations), _options.Augmentations).Add(nameof(_options.Ema), _options.Ema)
            .Add(nameof(_options.FakeLabels), _options.FakeLabels).Add("LatentSpace", Generator.Latent);
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Tensor> ContentOf(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Labels is null ? [batch.Samples] : [batch.Samples, batch.Labels];
    }

    private Tensor DiscriminatorTurn(Round<Batch> round)
    {
        var real = ForModels(round.NextBatch());
        round.Watch("batch", real.Samples);
        var pass = PassAt(_discriminatorPlayer.Steps, real, DrawFakes(real, round), Random);
        round.Watch("latents", pass.Latents);
        RoundMeasures.OfScores(round, pass.RealLogits, pass.FakeLogits, Loss.DecisionPoint);
        _augmentations.Observe(pass, Loss.DecisionPoint, round);
        return TermsAt(_discriminatorPlayer.Steps, pass, _states, round);
    }

    /// <summary>Scores for the discriminator's step of this number.</summary>
    private protected DiscriminatorPass PassAt(long step, Batch real, Fakes fake, Generator random) =>
        new(_augmentations.Before(Discriminator, random, SamplesSeen), Generator, real, fake, random, InputsOf(_discriminatorTerms.DueAt(step))) { SamplesSeen = SamplesSeen };

    /// <summary>The discriminator's loss and the regularizers due at the step of this number, with what they remember.</summary>
    private protected Tensor TermsAt(long step, DiscriminatorPass pass, IReadOnlyList<ComponentState> states, Round<Batch>? round)
    {
        var terms = DiscriminatorLoss(pass);
        foreach (var regularizer in _discriminatorTerms.DueAt(step))
        {
            pass.State = states[IndexOf(regularizer)];
            terms = RegularizerSchedule.Add(terms, regularizer.ForDiscriminator(pass), regularizer, _discriminatorPlayer, round);
        }

        return terms;
    }

    private Tensor GeneratorTurn(Round<Batch> round)
    {
        var real = GeneratorNeedsReal ? ForModels(round.Batch) : null;
        var fake = TakeShared() ?? GenerateFresh(round.BatchSize, real?.Labels);
        if (real is not null)
        {
            round.Watch("batch", real.Samples);
        }

        round.Watch("latents", fake.Latents);
        var pass = new GeneratorPass(Generator, _augmentations.Before(Discriminator, Random, SamplesSeen), fake, real, Loss.GeneratorNeedsRealLogits, Random) { SamplesSeen = SamplesSeen };
        var terms = GeneratorLoss(pass);
        foreach (var regularizer in _generatorTerms.DueAt(_generatorPlayer.Steps))
        {
            pass.State = _states[IndexOf(regularizer)];
            terms = RegularizerSchedule.Add(terms, regularizer.ForGenerator(pass), regularizer, _generatorPlayer, round);
        }

        return terms;
    }

    private int IndexOf(IRegularizer regularizer)
    {
        for (var i = 0; i < _states.Length; i++)
        {
            if (ReferenceEquals(_options.Regularizers[i], regularizer))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"{regularizer.GetType().Name} is not among the options' regularizers.");
    }

    private static PassInputs InputsOf(IDiscriminatorRegularizer[] regularizers)
    {
        var inputs = PassInputs.None;
        foreach (var regularizer in regularizers)
        {
            inputs |= regularizer.DifferentiatedInputs;
        }

        return inputs;
    }

    // Fakes for the discriminator: without a graph, or, when the generator's step will use them too, cut off from theirs, which
    // must then be made although it is not the generator's turn.
    private Fakes DrawFakes(Batch real, Round<Batch> round)
    {
        if (_options.Latents == LatentReuse.Fresh)
        {
            using var still = no_grad();
            return GenerateFresh(real.Size, real.Labels);
        }

        _shared?.Latents.Dispose();
        _shared?.Samples.Dispose();
        _shared?.Labels?.Dispose();
        _generatorPlayer.Parameters.SetTrainable(true);  // its own step will differentiate these fakes
        var fresh = GenerateFresh(real.Size, real.Labels);
        _shared = new Fakes(round.Keep(fresh.Latents), round.Keep(fresh.Samples), fresh.Labels is null ? null : round.Keep(fresh.Labels.clone()));
        return fresh with { Samples = fresh.Samples.detach() };
    }

    private Fakes GenerateFresh(long count, Tensor? realLabels)
    {
        var latents = Generator.Latent.Sample(count, Random, Device);
        var labels = IsConditional && _options.FakeLabels == FakeLabels.Uniform
            ? randint(Generator.Classes, [count], ScalarType.Int64, generator: Random).to(Device)
            : realLabels;
        return new Fakes(latents, Generator.Generate(latents, labels), labels);
    }

    private Fakes? TakeShared()
    {
        var shared = _shared;
        _shared = null;
        return shared;
    }

    private Batch ForModels(Batch batch)
    {
        _dataChecks?.Look(batch);
        return OnDevice(batch);
    }

    // On their device, and without labels when they take none.
    private Batch OnDevice(Batch batch) =>
        batch.Samples.device_type == Device.type && (IsConditional || batch.Labels is null)
            ? batch
            : new Batch(batch.Samples.to(Device), IsConditional ? batch.Labels?.to(Device) : null);
}
