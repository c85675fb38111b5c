using System.Collections.ObjectModel;

namespace Gan.Net.Training;

/// <summary>
/// Watches a run and never steers it. Hooks are called on the training thread, in their order; an exception from one ends the run
/// and reaches the caller of <c>Fit</c>.
/// </summary>
public abstract class TrainingHook
{
    /// <summary>Rounds between two calls of <see cref="OnReport"/>, at least 1. Numbers are read only in rounds in which a hook is due.</summary>
    public virtual long Every => 1;

    /// <summary>
    /// Numbers this hook found when it was last called. Those of a round become part of the report that the hooks after it see in the
    /// same round: measures first, then who writes them down. Default none.
    /// </summary>
    public virtual IReadOnlyDictionary<string, double> Measures => ReadOnlyDictionary<string, double>.Empty;

    /// <summary>Called before the first round.</summary>
    /// <param name="views">What the game shows, the main view first; empty when it shows nothing.</param>
    public virtual void OnStart(IReadOnlyList<ISampler> views)
    {
    }

    /// <summary>Called after every <see cref="Every"/>th round, and after the last.</summary>
    /// <param name="report">The round's numbers.</param>
    /// <param name="views">What the game shows, the main view first; empty when it shows nothing.</param>
    public virtual void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
    }

    /// <summary>Called after every hook that is due has had <see cref="OnReport"/>: what they write of the round is written.</summary>
    /// <param name="report">The round's numbers.</param>
    public virtual void OnReported(TrainingReport report)
    {
    }

    /// <summary>Called after the last round, also when the run was cancelled; not after an exception.</summary>
    /// <param name="end">Where the run stood.</param>
    /// <param name="views">What the game shows, the main view first; empty when it shows nothing.</param>
    public virtual void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
    }

    /// <summary>Called when a run ends by an exception, in place of <see cref="OnEnd"/>. What it throws is left out: the failure itself reaches the caller.</summary>
    /// <param name="failure">What ended the run.</param>
    public virtual void OnFailed(Exception failure)
    {
    }
}
