using Gan.Net.Losses;
using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// A discriminator with its loss, penalties and augmentations, as a part of a game: it gives the discriminator's terms and the generator's terms for reals
/// and fakes. A game is players that add terms; <see cref="GanTrainer"/> has one adversary, a CycleGAN two. <see cref="Trainer.AddAdversary"/> makes one.
/// Both models belong to the caller. Not thread-safe.
/// </summary>
public sealed class Adversary
{
    private readonly Trainer _trainer;
    private readonly AdversaryOptions _options;
    private readonly string _prefix;
    private readonly RegularizerSchedule<IDiscriminatorRegularizer> _discriminatorTerms;
    private readonly RegularizerSchedule<IGeneratorRegularizer> _generatorTerms;
    private readonly AugmentationStage _augmentations;
    private readonly ComponentState[] _states;

    internal Adversary(Trainer trainer, string name, IGenerator generator, IDiscriminator discriminator, AdversaryOptions options)
    {
        _trainer = trainer;
        _options = options;
        _prefix = name.Length == 0 ? "" : name + ".";
        (Name, Generator, Discriminator) = (name, generator, discriminator);
        _discriminatorTerms = new(options.Regularizers, _prefix);
        _generatorTerms = new(options.Regularizers, _prefix);
        _states = [.. options.Regularizers.Select((regularizer, i) => trainer.RememberPart($"{_prefix}regularizer.{i}.{regularizer.GetType().Name}"))];
        _augmentations = new AugmentationStage(
            options.Augmentations,
            [.. options.Augmentations.Select((augmentation, i) => trainer.RememberPart($"{_prefix}augmentation.{i}.{augmentation.GetType().Name}"))],
            _prefix);
    }

    /// <summary>The name, which stands before its measures; empty for the only adversary of a game.</summary>
    public string Name { get; }

    /// <summary>The generator whose samples are judged.</summary>
    public IGenerator Generator { get; }

    /// <summary>The discriminator.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>The two objectives.</summary>
    public IAdversarialLoss Loss => _options.Loss;

    /// <summary>What the regularizers remember, one state for each in the order of the options. The trainer owns them.</summary>
    public IReadOnlyList<ComponentState> RegularizerStates => _states;

    /// <summary>Whether a regularizer adds terms to the discriminator's.</summary>
    internal bool Penalises => _discriminatorTerms.All.Any();

    /// <summary>Whether the generator's terms read real samples: the loss compares with them, or a regularizer does.</summary>
    public bool GeneratorNeedsReal => Loss.GeneratorNeedsRealLogits || _generatorTerms.All.Any(regularizer => regularizer.NeedsReal);

    /// <summary>Scores reals and fakes for the discriminator's step, once for the loss and all penalties, and measures the scores.</summary>
    /// <param name="player">The discriminator's player, whose turn it is.</param>
    /// <param name="real">The real samples.</param>
    /// <param name="fake">The generated samples, without a graph through the generator.</param>
    /// <param name="round">Takes the measures.</param>
    public DiscriminatorPass ScoreForDiscriminator(Player player, Batch real, Fakes fake, Round round)
    {
        ArgumentNullException.ThrowIfNull(player);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        ArgumentNullException.ThrowIfNull(round);
        round.Watch(_prefix + "batch", real.Samples);
        var pass = PassAt(player.Steps, real, fake, _trainer.RandomOfPart);
        if (fake.Latents is { } latents)
        {
            round.Watch(_prefix + "latents", latents);
        }

        RoundMeasures.OfScores(round, _prefix, pass.RealLogits, pass.FakeLogits, Loss.DecisionPoint);
        _augmentations.Observe(pass, Loss.DecisionPoint, round);
        return pass;
    }

    /// <summary>The discriminator's terms: the loss and the penalties that are due.</summary>
    /// <inheritdoc cref="ScoreForDiscriminator"/>
    public Tensor DiscriminatorTerms(Player player, Batch real, Fakes fake, Round round)
    {
        var pass = ScoreForDiscriminator(player, real, fake, round);
        return AddPenalties(player, DiscriminatorLoss(pass), pass, round);
    }

    /// <summary>The discriminator's terms <c>[N]</c> of the loss alone.</summary>
    /// <param name="pass">The step's pass.</param>
    public Tensor DiscriminatorLoss(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Loss is IRandomizedLoss chance
            ? chance.ForDiscriminator(pass.RealLogits, pass.FakeLogits, pass.Random)
            : Loss.ForDiscriminator(pass.RealLogits, pass.FakeLogits);
    }

    /// <summary>Adds the penalties that are due to the discriminator's terms.</summary>
    /// <param name="player">The discriminator's player.</param>
    /// <param name="terms">The loss's terms.</param>
    /// <param name="pass">The step's pass.</param>
    /// <param name="round">Takes the measures.</param>
    public Tensor AddPenalties(Player player, Tensor terms, DiscriminatorPass pass, Round round)
    {
        ArgumentNullException.ThrowIfNull(player);
        return TermsAt(player, player.Steps, terms, pass, _states, round);
    }

    /// <summary>What the generator's step computes: its fakes, and their scores once they are asked for.</summary>
    /// <param name="player">The generator's player, whose turn it is.</param>
    /// <param name="fake">The generated samples, with their graph.</param>
    /// <param name="real">The real samples; may be null when <see cref="GeneratorNeedsReal"/> is false.</param>
    /// <param name="round">Watches the inputs.</param>
    public GeneratorPass PassForGenerator(Player player, Fakes fake, Batch? real, Round round)
    {
        ArgumentNullException.ThrowIfNull(player);
        ArgumentNullException.ThrowIfNull(fake);
        ArgumentNullException.ThrowIfNull(round);
        if (real is not null)
        {
            round.Watch(_prefix + "batch", real.Samples);
        }

        if (fake.Latents is { } latents)
        {
            round.Watch(_prefix + "latents", latents);
        }

        var random = _trainer.RandomOfPart;
        return new GeneratorPass(Played(Generator, random), Played(random), fake, real, random)
        {
            ScoresReal = Loss.GeneratorNeedsRealLogits,
            WantsFeatures = _generatorTerms.DueAt(player.Steps).Any(due => due.Regularizer.NeedsFeatures),
            SamplesSeen = _trainer.SamplesSeen,
        };
    }

    /// <summary>The generator's terms: the loss and the penalties that are due.</summary>
    /// <inheritdoc cref="PassForGenerator"/>
    public Tensor GeneratorTerms(Player player, Fakes fake, Batch? real, Round round)
    {
        var pass = PassForGenerator(player, fake, real, round);
        return AddPenalties(player, Loss.ForGenerator(pass.RealLogits, pass.FakeLogits), pass, round);
    }

    /// <summary>Adds the penalties that are due to the generator's terms.</summary>
    /// <param name="player">The generator's player.</param>
    /// <param name="terms">The loss's terms.</param>
    /// <param name="pass">The step's pass.</param>
    /// <param name="round">Takes the measures.</param>
    public Tensor AddPenalties(Player player, Tensor terms, GeneratorPass pass, Round round)
    {
        ArgumentNullException.ThrowIfNull(player);
        ArgumentNullException.ThrowIfNull(pass);
        foreach (var due in _generatorTerms.DueAt(player.Steps))
        {
            pass.State = _states[due.Index];
            terms = due.Add(terms, due.Regularizer.ForGenerator(pass), player, round);
        }

        return terms;
    }

    /// <summary>The discriminator as a step sees it.</summary>
    internal IDiscriminator Played(Generator random) =>
        new PlayedDiscriminator(Discriminator, _augmentations.At(random, _trainer.SamplesSeen), random, _trainer.SamplesSeen);

    internal IGenerator Played(IGenerator generator, Generator random) => new PlayedGenerator(generator, random, _trainer.SamplesSeen);

    /// <summary>Scores for the discriminator's step of this number.</summary>
    internal DiscriminatorPass PassAt(long step, Batch real, Fakes fake, Generator random)
    {
        var (inputs, features) = (PassInputs.None, false);
        foreach (var due in _discriminatorTerms.DueAt(step))
        {
            inputs |= due.Regularizer.DifferentiatedInputs;
            features |= due.Regularizer.NeedsFeatures;
        }

        return new DiscriminatorPass(Played(random), Played(Generator, random), real, fake, random, inputs, features) { SamplesSeen = _trainer.SamplesSeen };
    }

    /// <summary>The discriminator's terms at its step of this number, with what its regularizers remember.</summary>
    internal Tensor TermsAt(Player player, long step, Tensor terms, DiscriminatorPass pass, IReadOnlyList<ComponentState> states, Round? round)
    {
        foreach (var due in _discriminatorTerms.DueAt(step))
        {
            pass.State = states[due.Index];
            terms = due.Add(terms, due.Regularizer.ForDiscriminator(pass), player, round);
        }

        return terms;
    }
}
