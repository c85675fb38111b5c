namespace Gan.Net.Checkpoints;

/// <summary>One tensor of a safetensors file: name, type and shape, without its content.</summary>
public sealed class SafeTensorEntry
{
    /// <summary>Describes a tensor.</summary>
    /// <exception cref="ArgumentException">
    /// The name is the reserved <c>__metadata__</c>, a size is negative, or the elements fill no whole number of bytes.
    /// </exception>
    public SafeTensorEntry(string name, SafeTensorType type, params IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        if (name == SafeTensorsHeader.MetadataName)
        {
            throw new ArgumentException($"No tensor can be named '{name}': the format reserves the name.", nameof(name));
        }

        Name = name;
        Type = type;
        Shape = shape.Any(size => size < 0)
            ? throw new ArgumentException($"The shape [{string.Join(", ", shape)}] of '{name}' has a negative size.", nameof(shape))
            : [.. shape];
        ByteLength = SafeTensorTypes.ByteLength(type, shape)
            ?? throw new ArgumentException($"{SafeTensorTypes.Name(type)} [{string.Join(", ", shape)}] of '{name}' has no length in bytes.", nameof(shape));
    }

    /// <summary>The tensor's name, such as <c>layers.0.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its elements.</summary>
    public SafeTensorType Type { get; }

    /// <summary>Its sizes, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>How many bytes its content takes.</summary>
    public long ByteLength { get; }

    /// <summary>Where its content begins, counted from the end of the header.</summary>
    internal long Begin { get; init; }

    /// <summary>Name, type and shape, as in <c>layers.0.weight F32 [64, 100]</c>.</summary>
    public override string ToString() => $"{Name} {SafeTensorTypes.Name(Type)} [{string.Join(", ", Shape)}]";
}
