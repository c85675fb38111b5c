namespace Gan.Net.Training;

/// <summary>Who moves first in a round of the two-player game.</summary>
public enum PlayerOrder
{
    /// <summary>The discriminator, as in the original algorithm.</summary>
    DiscriminatorFirst,

    /// <summary>The generator.</summary>
    GeneratorFirst,
}
