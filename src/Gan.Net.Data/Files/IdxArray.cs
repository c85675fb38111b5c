namespace Gan.Net.Data;

/// <summary>The content of an IDX file: bytes in an array of any number of dimensions, the last one running fastest.</summary>
public sealed class IdxArray
{
    /// <summary>Joins a shape and its bytes, which the array keeps.</summary>
    /// <exception cref="ArgumentException">The shape is empty, has a negative size, or calls for more or fewer bytes.</exception>
    public IdxArray(IReadOnlyList<int> shape, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(bytes);
        if (shape.Count is 0 or > IdxFile.MostDimensions || shape.Any(size => size < 0) || IdxFile.ByteLength(shape) != bytes.Length)
        {
            throw new ArgumentException($"{bytes.Length} bytes do not fill the shape [{string.Join(", ", shape)}].", nameof(shape));
        }

        Shape = [.. shape];
        Bytes = bytes;
    }

    /// <summary>The sizes, outermost first: [N] for labels, [N, height, width] for images.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The bytes, to read.</summary>
    public ReadOnlySpan<byte> Content => Bytes;

    internal byte[] Bytes { get; }
}
