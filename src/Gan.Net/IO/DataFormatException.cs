namespace Gan.Net.IO;

/// <summary>A file does not hold what its format promises: it is cut off, too long, mistyped or contradicts itself.</summary>
public sealed class DataFormatException : Exception
{
    /// <summary>Names what is wrong, in which file and where.</summary>
    /// <param name="path">The file, or another name of the data's origin.</param>
    /// <param name="offset">The byte at which the problem shows; in a gzip file, the byte of the unpacked content.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    /// <param name="innerException">What a lower layer reported, if it did.</param>
    public DataFormatException(string path, long offset, string problem, Exception? innerException = null)
        : base($"{path}, offset {offset}: {problem}", innerException)
    {
        Path = path;
        Offset = offset;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The byte at which the problem shows; in a gzip file, the byte of the unpacked content.</summary>
    public long Offset { get; }
}
