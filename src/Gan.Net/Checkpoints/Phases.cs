using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>
/// Plays several trainers in turn over one run folder. Each phase has a folder of its own in it, <c>1-content</c>, <c>2-game</c>, with its checkpoints.
/// Started again after an interruption, the phases that are over restore their models, and the one that was interrupted goes on from its newest checkpoint,
/// bit for bit. Immutable, thread-safe.
/// </summary>
public sealed class Phases
{
    private readonly Phase[] _phases;

    /// <summary>Puts phases in their order.</summary>
    /// <param name="phases">The phases, at least one, each with a name of its own.</param>
    /// <exception cref="ArgumentException">There is none, or two have one name.</exception>
    public Phases(params IReadOnlyList<Phase> phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        if (phases.Count == 0)
        {
            throw new ArgumentException("There are no phases; expected at least one.", nameof(phases));
        }

        if (phases.GroupBy(phase => phase.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two phases have the name '{twice.Key}'. Give each its own.", nameof(phases));
        }

        _phases = [.. phases];
    }

    /// <summary>Plays all phases to their ends.</summary>
    /// <param name="runFolder">The run's folder, which is made if it is missing.</param>
    /// <param name="cancellationToken">Looked at between rounds.</param>
    /// <returns>Where each phase stood at its end, in their order.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled. Call again to go on.</exception>
    public IReadOnlyList<TrainingResult> Play(string runFolder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runFolder);
        var results = new List<TrainingResult>();
        foreach (var (index, phase) in _phases.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(phase.Play(Path.Combine(runFolder, FormattableString.Invariant($"{index + 1}-{phase.Name}")), cancellationToken));
        }

        return results;
    }
}
