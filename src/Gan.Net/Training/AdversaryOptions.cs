using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;

namespace Gan.Net.Training;

/// <summary>What an <see cref="Adversary"/> plays by. Immutable.</summary>
public sealed record AdversaryOptions
{
    /// <summary>The two objectives. Default <see cref="NonSaturatingLoss"/>.</summary>
    public IAdversarialLoss Loss { get; init; } = new NonSaturatingLoss();

    /// <summary>
    /// What the discriminator sees real and generated samples through, in this order; the generator learns through them. Default nothing.
    /// </summary>
    public IReadOnlyList<IAugmentation> Augmentations { get; init; } = [];

    /// <summary>What is added to the players' losses. Default nothing.</summary>
    public IReadOnlyList<IRegularizer> Regularizers { get; init; } = [];

    // The first augmentation that follows how the discriminator decides, by name.
    private string? Follower => Augmentations?.FirstOrDefault(augmentation => augmentation is IChangingAugmentation { FollowsDecisions: true })?.GetType().Name;

    /// <summary>Adds what is wrong with these settings to <paramref name="problems"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="problems"/> is null.</exception>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Within(Loss, (settings, inside) => settings.Validate(inside))
            .Each(Regularizers, (settings, inside) =>
            {
                inside.AtLeast(settings.Every, 1, nameof(settings.Every));
                settings.Validate(inside);
            })
            .Each(Augmentations, (settings, inside) => settings.Validate(inside))
            .Require(
                Follower is null || LossDecides(),
                $"must have a decision point for {Follower} to follow ({nameof(ScheduledAugmentation)} needs none)", Loss?.GetType().Name, nameof(Loss));
    }

    // A loss that is refused for its own settings may be unable to say.
    private bool LossDecides() =>
        new OptionProblems(nameof(Loss)).Within(Loss, (settings, inside) => settings.Validate(inside)).Any || Loss.DecisionPoint is not null;
}
