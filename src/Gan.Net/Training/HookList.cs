namespace Gan.Net.Training;

/// <summary>The hooks of one run, called in their order.</summary>
internal sealed class HookList
{
    private readonly IReadOnlyList<TrainingHook> _hooks;
    private bool _over;

    /// <summary>Takes the hooks of a run.</summary>
    /// <exception cref="ArgumentException">A hook is null or has no pace.</exception>
    public HookList(IReadOnlyList<TrainingHook> hooks)
    {
        RunChecks.CheckHooks(hooks);
        _hooks = hooks;
    }

    public void Start(IReadOnlyList<ISampler> views)
    {
        foreach (var hook in _hooks)
        {
            hook.OnStart(views);
        }
    }

    /// <summary>Whether somebody wants to read a round.</summary>
    public bool AnyDue(long round, long last)
    {
        for (var i = 0; i < _hooks.Count; i++)
        {
            if (IsDue(_hooks[i], round, last))
            {
                return true;
            }
        }

        return false;
    }

    public void Tell(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        foreach (var hook in _hooks)
        {
            if (IsDue(hook, report.Round, report.LastRound))
            {
                hook.OnReport(report, views);
                report = report.With(hook.Measures);
            }
        }

        foreach (var hook in _hooks)
        {
            if (IsDue(hook, report.Round, report.LastRound))
            {
                hook.OnReported(report);
            }
        }
    }

    public void End(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
        _over = true;
        foreach (var hook in _hooks)
        {
            hook.OnEnd(end, views);
        }
    }

    /// <summary>Tells every hook that the run failed, unless it had ended. What a hook throws in turn is left out: the first failure is the one to report.</summary>
    public void Fail(Exception failure)
    {
        if (_over)
        {
            return;
        }

        foreach (var hook in _hooks)
        {
            try
            {
                hook.OnFailed(failure);
            }
#pragma warning disable CA1031 // The failure that ended the run reaches the caller.
            catch (Exception)
            {
            }
#pragma warning restore CA1031
        }
    }

    private static bool IsDue(TrainingHook hook, long round, long last) => round == last || round % hook.Every == 0;
}
