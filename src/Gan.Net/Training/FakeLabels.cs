namespace Gan.Net.Training;

/// <summary>Which labels a conditional generator is given.</summary>
public enum FakeLabels
{
    /// <summary>
    /// Those of the real samples it is judged beside: fakes have the data's mixture of classes, and losses that compare pairs compare within
    /// one class. As in the conditional GAN's algorithm (Mirza and Osindero 2014), where both players see the same y.
    /// </summary>
    Batch,

    /// <summary>Uniformly drawn ones, as in ACGAN, the projection discriminator and BigGAN.</summary>
    Uniform,
}
