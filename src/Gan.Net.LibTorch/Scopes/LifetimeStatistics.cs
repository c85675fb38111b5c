namespace TorchSharp;

/// <summary>How the tensors of one thread came and went.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }

    public long CreatedInScopeCount { get; internal set; }

    public long AttachedToScopeCount { get; internal set; }

    public long DetachedFromScopeCount { get; internal set; }

    public long DisposedInScopeCount { get; internal set; }

    public long DisposedOutsideScopeCount { get; internal set; }

    public long ThreadTotalLiveCount =>
        CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    public void Reset() =>
        CreatedOutsideScopeCount = CreatedInScopeCount = AttachedToScopeCount =
            DetachedFromScopeCount = DisposedInScopeCount = DisposedOutsideScopeCount = 0;

    public override string ToString() =>
        $"created {CreatedInScopeCount} in a scope and {CreatedOutsideScopeCount} outside, attached {AttachedToScopeCount}, detached {DetachedFromScopeCount}, " +
        $"disposed {DisposedInScopeCount} in a scope and {DisposedOutsideScopeCount} outside, live {ThreadTotalLiveCount}";
}
