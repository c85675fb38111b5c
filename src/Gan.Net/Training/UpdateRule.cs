namespace Gan.Net.Training;

/// <summary>When players see each other's moves.</summary>
public enum UpdateRule
{
    /// <summary>Each player steps before the next one looks.</summary>
    Alternating,

    /// <summary>All players compute their gradients on the same weights, then all step.</summary>
    Simultaneous,
}
