namespace Gan.Net.Training;

/// <summary>Which latents the generator's step uses.</summary>
public enum LatentReuse
{
    /// <summary>New ones, as in the original algorithm.</summary>
    Fresh,

    /// <summary>
    /// Those of the discriminator's last step in the round, as the DCGAN code does: the fakes are generated once and serve both
    /// players.
    /// </summary>
    Shared,
}
