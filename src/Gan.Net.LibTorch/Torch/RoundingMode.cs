namespace TorchSharp;

public static partial class torch
{
    /// <summary>What becomes of a quotient: it stays as it is, is cut off towards zero, or is rounded down.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }
}
