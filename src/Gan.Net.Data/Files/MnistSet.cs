using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>
/// MNIST and data sets published in its form: a folder with <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c> and the two
/// <c>t10k-...</c> files, each with <c>.gz</c> or without.
/// </summary>
public static class MnistSet
{
    /// <summary>Reads one part of the folder: samples <c>[1, 28, 28]</c> in [-1, 1], ink bright, labels from 0.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="part">Which part.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message names the folder and both names looked for.</exception>
    /// <exception cref="DataFormatException">A file is unsound.</exception>
    public static TensorSampleSet Read(string folder, MnistPart part = MnistPart.Train)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var prefix = part == MnistPart.Train ? "train" : "t10k";
        return IdxFile.ReadSamples(Find(folder, $"{prefix}-images-idx3-ubyte"), Find(folder, $"{prefix}-labels-idx1-ubyte"));
    }

    private static string Find(string folder, string name)
    {
        var plain = Path.Combine(folder, name);
        var packed = plain + ".gz";
        return File.Exists(plain) ? plain
            : File.Exists(packed) ? packed
            : throw new FileNotFoundException($"The folder '{folder}' has neither {name} nor {name}.gz.", plain);
    }
}
