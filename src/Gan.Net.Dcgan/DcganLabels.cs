namespace Gan.Net.Dcgan;

/// <summary>How a generator with classes is told its label.</summary>
public enum DcganLabels
{
    /// <summary>Learnt numbers beside the latents (Mirza and Osindero 2014).</summary>
    Concatenation,

    /// <summary>Batch norms whose scale and shift belong to the class, as the projection discriminator's paper has it (Miyato and Koyama 2018).</summary>
    BatchNorm,
}
