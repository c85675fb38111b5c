namespace Gan.Net.Training;

/// <summary>
/// Acts on a player's gradients right before each of its optimizer steps, under no gradient. Implementations are thread-safe.
/// </summary>
public interface IBeforeStep
{
    /// <summary>Acts on the gradients in place: those of <see cref="FlatParameters.Optimized"/>.</summary>
    /// <param name="parameters">The player's weights and gradients, each in one buffer.</param>
    void Act(FlatParameters parameters);

    /// <summary>
    /// Adds what is wrong with the settings to <paramref name="problems"/>; the trainer asks when it is made. Default nothing.
    /// </summary>
    void Validate(OptionProblems problems)
    {
    }
}
