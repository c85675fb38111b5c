namespace Gan.Net.Monitoring;

/// <summary>What a <see cref="TrainingMonitor"/> can find wrong with a run.</summary>
public enum VerdictKind
{
    /// <summary>The discriminator tells real from generated samples without effort, and the generator learns little from it.</summary>
    DiscriminatorWins,

    /// <summary>The discriminator takes generated samples for real ones, and has nothing to teach.</summary>
    GeneratorWins,

    /// <summary>The gradient that reaches the generator has all but vanished.</summary>
    VanishingGradient,

    /// <summary>The generator keeps wandering from one part of the data to another and settles nowhere.</summary>
    Oscillation,

    /// <summary>All samples look alike.</summary>
    Collapse,

    /// <summary>Samples look like data, but whole parts of the data are never made.</summary>
    PartialCollapse,

    /// <summary>Numbers grow without bound or are no longer numbers.</summary>
    Divergence,
}
