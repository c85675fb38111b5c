namespace Gan.Net.Testing;

/// <summary>How a Dirac-GAN is played. The defaults are the literature's. Immutable.</summary>
public sealed record DiracSettings
{
    /// <summary>Where the players begin. Default (1, 1).</summary>
    public DiracPoint Start { get; init; } = new() { Theta = 1, Psi = 1 };

    /// <summary>The step size h of both. Default 0.2.</summary>
    public double StepSize { get; init; } = 0.2;

    /// <summary>Samples in a batch, at least 1. They are all alike; only games with chance, such as instance noise, want many. Default 4.</summary>
    public int BatchSize { get; init; } = 4;
}
