namespace Gan.Net.Evaluation;

/// <summary>What form generated samples are compared in.</summary>
public enum PathSamples
{
    /// <summary>As the generator makes them.</summary>
    AsGenerated,

    /// <summary>Pictures rounded to 256 levels first. Steps must then be large, 1e-2 or so: smaller ones measure the rounding.</summary>
    Rounded,
}
