namespace Gan.Net.Regularizers;

/// <summary>Inputs of a discriminator's forward pass.</summary>
[Flags]
public enum PassInputs
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The real samples.</summary>
    Real = 1,

    /// <summary>The generated samples.</summary>
    Fake = 2,
}
