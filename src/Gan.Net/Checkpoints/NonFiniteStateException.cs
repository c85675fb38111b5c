namespace Gan.Net.Checkpoints;

/// <summary>A trainer's state holds NaN or infinity, the remains of a run that diverged; no checkpoint takes it.</summary>
public sealed class NonFiniteStateException : Exception
{
    /// <summary>Names the first tensor found.</summary>
    public NonFiniteStateException(string path, string tensor)
        : base($"'{tensor}' holds NaN or infinity, so the checkpoint '{path}' was not written. Go on from an earlier one, with a smaller learning rate.")
    {
        Path = path;
        Tensor = tensor;
    }

    /// <summary>The folder the checkpoint would have had.</summary>
    public string Path { get; }

    /// <summary>The tensor, as file and name.</summary>
    public string Tensor { get; }
}
