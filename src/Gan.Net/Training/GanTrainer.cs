using Gan.Net.Losses;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// The two-player game of Goodfellow et al. 2014, algorithm 1: k discriminator steps, then one generator step. Subclass it to change
/// either loss; the pass handed over holds the step's samples and logits.
/// Owns optimizers and buffers; the models belong to the caller and are moved to the device of the options.
/// </summary>
public class GanTrainer : Trainer<Batch>
{
    private readonly GanTrainerOptions _options;
    private readonly Player _discriminatorPlayer;
    private readonly Player _generatorPlayer;
    private readonly GeneratorView _view;
    private DataChecks? _dataChecks;
    private Fakes? _shared;

    /// <summary>Seats the players. Everything is checked before a model is moved.</summary>
    /// <param name="generator">G. The caller owns it.</param>
    /// <param name="discriminator">D. The caller owns it.</param>
    /// <param name="options">The rules; null for the DCGAN paper's.</param>
    /// <param name="logger">Logs the start and end of runs. Null: no logging.</param>
    /// <exception cref="ArgumentException">
    /// An option breaks a rule; the message names every one that does. Or the models do not fit each other, or lack what a regularizer needs.
    /// </exception>
    public GanTrainer(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions? options = null, ILogger? logger = null)
        : base(Checked(generator, discriminator, options ??= new GanTrainerOptions()), logger)
    {
        _options = options;
        Adversary = AddAdversary("", generator, discriminator, options.Adversary);
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
        if (options.Ema is { } ema)
        {
            Average(_generatorPlayer, ema);
        }

        _view = new GeneratorView(generator, this);
    }

    /// <summary>The generator.</summary>
    public IGenerator Generator => Adversary.Generator;

    /// <summary>The discriminator.</summary>
    public IDiscriminator Discriminator => Adversary.Discriminator;

    /// <inheritdoc/>
    public override IReadOnlyList<ISampler> Views => [_view];

    /// <summary>
    /// What the regularizers remember, one state for each in the order of <see cref="GanTrainerOptions.Regularizers"/>. The trainer owns them.
    /// </summary>
    public IReadOnlyList<ComponentState> RegularizerStates => Adversary.RegularizerStates;

    /// <summary>The discriminator as a part: it gives both players their terms.</summary>
    protected Adversary Adversary { get; }

    /// <summary>The two objectives.</summary>
    protected IAdversarialLoss Loss => _options.Loss;

    /// <inheritdoc/>
    protected override int BatchesPerRound => (_options.DiscriminatorSteps + (GeneratorDrawsFirst ? 1 : 0)) * _options.GradientAccumulation;

    /// <summary>Whether the generator's turn reads the real batch. The default asks the loss, the regularizers and where conditions come from.</summary>
    protected virtual bool GeneratorNeedsReal => Adversary.GeneratorNeedsReal || (IsConditional && _options.FakeConditions.UsesBatch);

    private bool IsConditional => !Generator.Condition.IsNone;

    // A generator that moves first and judges by real samples needs a batch before the discriminator has drawn one.
    private bool GeneratorDrawsFirst => GeneratorNeedsReal && _options.Order == PlayerOrder.GeneratorFirst;

    /// <summary>The discriminator's terms <c>[N]</c>. The default asks <see cref="Loss"/>.</summary>
    protected virtual Tensor DiscriminatorLoss(DiscriminatorPass pass) => Adversary.DiscriminatorLoss(pass);

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
    protected override void Check(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        GameChecks.Check(this, Adversary, batch, _options.FakeConditions);
    }

    /// <inheritdoc/>
    protected override void OnSource(IBatchSource<Batch> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Generator.Condition.Shape is not null)
        {
            using var scope = NewDisposeScope();
            using var first = RunChecks.BatchOf(source, 0, Device);
            if (first.Condition is { } conditions)
            {
                _view.Show(conditions);
            }
        }
    }

    /// <inheritdoc/>
    private protected override void CheckAll(DataSummary? summary) => _dataChecks = DataChecks.Of(summary, Generator, Logger);

    /// <inheritdoc/>
    protected override void Describe(RunSettings settings)
    {
        base.Describe(settings);
        settings.Add(nameof(_options.Loss), Loss).Add(nameof(_options.Latents), _options.Latents).Add(nameof(_options.Order), _options.Order)
            .Add(nameof(_options.Regularizers), _options.Regularizers).Add(nameof(_options.Augmentations), _options.Augmentations).Add(nameof(_options.Ema), _options.Ema)
            .Add(nameof(_options.FakeConditions), _options.FakeConditions).Add("LatentSpace", Generator.Latent).Add("Condition", Generator.Condition);
    }

    /// <summary>Scores for the discriminator's step of this number.</summary>
    private protected DiscriminatorPass PassAt(long step, Batch real, Fakes fake, Generator random) => Adversary.PassAt(step, real, fake, random);

    /// <summary>The discriminator's loss and the regularizers due at the step of this number, with what they remember.</summary>
    private protected Tensor TermsAt(long step, DiscriminatorPass pass, IReadOnlyList<ComponentState> states) =>
        Adversary.TermsAt(_discriminatorPlayer, step, DiscriminatorLoss(pass), pass, states, null);

    private Tensor DiscriminatorTurn(Round<Batch> round)
    {
        var real = Told(round.NextBatch());
        var pass = Adversary.ScoreForDiscriminator(_discriminatorPlayer, real, DrawFakes(real, round), round);
        return Adversary.AddPenalties(_discriminatorPlayer, DiscriminatorLoss(pass), pass, round);
    }

    private Tensor GeneratorTurn(Round<Batch> round)
    {
        var real = GeneratorNeedsReal ? Told(round.Batch) : null;
        var fake = TakeShared() ?? GenerateFresh(round.BatchSize, real?.Condition);
        var pass = Adversary.PassForGenerator(_generatorPlayer, fake, real, round);
        return Adversary.AddPenalties(_generatorPlayer, GeneratorLoss(pass), pass, round);
    }

    // Fakes for the discriminator: without a graph, or, when the generator's step will use them too, cut off from theirs, which
    // must then be made although it is not the generator's turn.
    private Fakes DrawFakes(Batch real, Round<Batch> round)
    {
        if (_options.Latents == LatentReuse.Fresh)
        {
            using var still = no_grad();
            return GenerateFresh(real.Size, real.Condition);
        }

        _shared?.Latents?.Dispose();
        _shared?.Samples.Dispose();
        _shared?.Condition?.Dispose();
        _generatorPlayer.Parameters.SetTrainable(true);  // its own step will differentiate these fakes
        var fresh = GenerateFresh(real.Size, real.Condition);
        _shared = new Fakes
        {
            Latents = fresh.Latents is null ? null : round.Keep(fresh.Latents),
            Samples = round.Keep(fresh.Samples),
            Condition = fresh.Condition is null ? null : round.Keep(fresh.Condition.clone()),
        };
        return fresh with { Samples = fresh.Samples.detach() };
    }

    private Fakes GenerateFresh(long count, Tensor? realCondition)
    {
        var latents = Generator.Latent.IsNone ? null : Generator.Latent.Sample(count, Random, Device);
        var condition = IsConditional ? _options.FakeConditions.Draw(Generator.Condition, count, realCondition, Random, Device) : null;
        var input = new GeneratorInput { Latents = latents, Condition = condition, Random = Random, SamplesSeen = SamplesSeen };
        return new Fakes { Samples = Generator.Generate(input), Latents = latents, Condition = condition };
    }

    // Without its labels when the models take none. The round owns the tensors.
    private Batch Told(Batch batch)
    {
        _dataChecks?.Look(batch);
        return IsConditional || batch.Condition is null ? batch : new Batch(batch.Samples);
    }

    private Fakes? TakeShared()
    {
        var shared = _shared;
        _shared = null;
        return shared;
    }

    private static GanTrainerOptions Checked(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions options)
    {
        _ = options.Validated();
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        GameChecks.CheckModels(generator, discriminator, options);
        return options;
    }
}
