namespace Gan.Net.Evaluation;

/// <summary>Which samples the histogram of modes counts.</summary>
public enum ModeHistogram
{
    /// <summary>Those of high quality, as PacGAN's code does.</summary>
    HighQualitySamples,

    /// <summary>All of them, each for its nearest mode.</summary>
    AllSamples,
}
