namespace Gan.Net.EngineTraps;

/// <summary>A call that does not do what TorchSharp's documentation, or PyTorch, says.</summary>
internal sealed record Trap
{
    /// <summary>What <see cref="Observed"/> says where the process does not come back.</summary>
    public const string EndsTheProcess = "ends the process";

    /// <summary>The row of the list it belongs to: what its first column says.</summary>
    public required string Row { get; init; }

    /// <summary>The call. No two are the same.</summary>
    public required string Call { get; init; }

    /// <summary>What the call does on TorchSharp 0.107.0, as <see cref="Try"/> tells it, or <see cref="EndsTheProcess"/>.</summary>
    public required string Observed { get; init; }

    /// <summary>Makes the call and says what came of it.</summary>
    public required Func<string> Try { get; init; }

    /// <summary>Whether the process is not to be trusted afterwards, although the call comes back.</summary>
    public bool SpoilsTheProcess { get; init; }

    /// <summary>The call's outcome in this process: what <see cref="Try"/> says, or the type of its exception.</summary>
    public string Outcome()
    {
        try
        {
            return Try();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"throws {failure.GetType().Name}";
        }
    }
}
