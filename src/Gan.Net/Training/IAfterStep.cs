namespace Gan.Net.Training;

/// <summary>
/// Acts on a player's weights right after each of its optimizer steps, under no gradient. Implementations are thread-safe.
/// </summary>
public interface IAfterStep
{
    /// <summary>Acts on the weights in place.</summary>
    /// <param name="parameters">The player's weights, in one buffer.</param>
    void Act(FlatParameters parameters);

    /// <summary>
    /// Adds what is wrong with the settings to <paramref name="problems"/>; the trainer asks when it is made. Default nothing.
    /// </summary>
    void Validate(OptionProblems problems)
    {
    }
}
