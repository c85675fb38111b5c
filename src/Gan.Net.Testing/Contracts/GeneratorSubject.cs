namespace Gan.Net.Testing;

/// <summary>A generator to hold to its contract. Immutable.</summary>
public sealed record GeneratorSubject
{
    /// <summary>Makes one; it is disposed after each clause. Two need not have the same weights.</summary>
    public required Func<IGenerator> Create { get; init; }

    /// <summary>The shape of one sample, such as [1, 28, 28].</summary>
    public required IReadOnlyList<long> SampleShape { get; init; }

    internal string Name
    {
        get
        {
            using var generator = Create();
            return generator.GetType().Name;
        }
    }
}
