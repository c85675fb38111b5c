namespace Gan.Net.Training;

/// <summary>
/// A step met NaN or infinity. Weights, buffers, optimizers and averages are as they were before it; steps of the same round that
/// came earlier stand, and a run that goes on plays the round again.
/// </summary>
public sealed class NonFiniteNumberException : Exception
{
    internal NonFiniteNumberException(long round, Player player, string tensor, string problem, string? lastCheckpoint, int skipped = 0)
        : base(Describe(round, player, tensor, problem, lastCheckpoint, skipped))
    {
        Round = round;
        Step = player.Steps + 1;
        Player = player.Name;
        Tensor = tensor;
        LastCheckpoint = lastCheckpoint;
    }

    /// <summary>The round, from 1.</summary>
    public long Round { get; }

    /// <summary>The player's step that was not taken, from 1.</summary>
    public long Step { get; }

    /// <summary>Whose step it was.</summary>
    public string Player { get; }

    /// <summary>
    /// The first tensor found, in the order in which a step uses them: <c>batch</c>, <c>latents</c>, a weight or buffer
    /// (<c>generator layers.0.weight</c>), <c>loss</c>, or a gradient (<c>gradient of discriminator layers.0.weight</c>).
    /// </summary>
    public string Tensor { get; }

    /// <summary>The newest checkpoint of the run, or null if there is none.</summary>
    public string? LastCheckpoint { get; }

    private static string Describe(long round, Player player, string tensor, string problem, string? lastCheckpoint, int skipped)
    {
        var earlier = skipped > 0 ? $" {skipped} steps in a row were left out before it." : "";
        var rescue = lastCheckpoint is null
            ? "There is no checkpoint."
            : $"The last checkpoint is {lastCheckpoint}.";
        return FormattableString.Invariant(
            $"Round {round}, step {player.Steps + 1} of the {player.Name}: '{tensor}' {problem}. No weight was changed by this step.{earlier} {rescue}");
    }
}
