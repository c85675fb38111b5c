namespace Gan.Net.Evaluation;

/// <summary>The training sample nearest to a generated one. Distances are those of the features.</summary>
public sealed record NearestNeighbour
{
    /// <summary>The generated sample's number, in the order of adding.</summary>
    public required long Generated { get; init; }

    /// <summary>The training sample's number, in the order of adding.</summary>
    public required long Real { get; init; }

    /// <summary>How far it is.</summary>
    public required double Distance { get; init; }

    /// <summary>How far the second nearest training sample is.</summary>
    public required double SecondDistance { get; init; }

    /// <summary>How far the training sample is from the training sample nearest to it.</summary>
    public required double RealDistance { get; init; }
}
