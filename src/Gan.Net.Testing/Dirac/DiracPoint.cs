namespace Gan.Net.Testing;

/// <summary>Where the two players of a Dirac-GAN stand. Immutable.</summary>
public readonly record struct DiracPoint
{
    /// <summary>The generator's number θ: every sample it makes.</summary>
    public double Theta { get; init; }

    /// <summary>The discriminator's number ψ: its slope.</summary>
    public double Psi { get; init; }

    /// <summary>The distance from the equilibrium, √(θ² + ψ²).</summary>
    public double Radius => double.Hypot(Theta, Psi);
}
