using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>
/// MNIST and data sets published in its form: a folder with <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c> and the two
/// <c>t10k-...</c> files, each with <c>.gz</c> or without. Other names of the same files are known: with a dot (<c>train-images.idx3-ubyte</c>),
/// those of EMNIST (<c>emnist-letters-train-images-idx3-ubyte</c>), and the folder <c>raw</c> that TorchVision makes.
/// </summary>
public static class MnistSet
{
    /// <summary>Reads one part: samples <c>[1, 28, 28]</c> in [-1, 1], ink bright, labels from 0 if there is a file of them.</summary>
    /// <param name="folder">The folder. Of one that holds several sets of EMNIST: the folder and a set's name, as in <c>data/emnist-letters</c>.</param>
    /// <param name="part">Which part.</param>
    /// <exception cref="FileNotFoundException">There are no images; the message names the folder and what was looked for.</exception>
    /// <exception cref="DataFormatException">A file is unsound, or the folder holds several sets.</exception>
    public static TensorSampleSet Read(string folder, MnistPart part = MnistPart.Train)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var images = MnistFiles.FindImages(folder, part);
        return IdxFile.ReadSamples(images, MnistFiles.LabelsBeside(images));
    }
}
