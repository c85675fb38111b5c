namespace Gan.Net.Evaluation;

/// <summary>Two results were compared that were measured by different protocols.</summary>
public sealed class ProtocolMismatchException : Exception
{
    /// <summary>Names both protocols.</summary>
    public ProtocolMismatchException(string left, string right)
        : base($"'{left}' and '{right}' were measured by different protocols and cannot be compared. Measure both by the same one.")
    {
        Left = left;
        Right = right;
    }

    /// <summary>The first protocol.</summary>
    public string Left { get; }

    /// <summary>The second protocol.</summary>
    public string Right { get; }
}
