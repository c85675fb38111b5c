using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>CIFAR-100 in its binary layout: as <see cref="CifarFile"/>, but with two bytes of labels, the superclass and the class.</summary>
public static class Cifar100File
{
    private const int FineClasses = 100;
    private const int CoarseClasses = 20;

    /// <summary>Reads a file, or <c>train.bin</c> (or <c>.bin.gz</c>) of a folder, or of <c>cifar-100-binary</c> in it.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="labels">Which labels.</param>
    /// <returns>Samples <c>[3, 32, 32]</c> in [-1, 1] with labels from 0 to 99, or to 19.</returns>
    /// <exception cref="FileNotFoundException">There is no such file, or the folder has none.</exception>
    /// <exception cref="DataFormatException">A file holds no whole number of pictures, has a label too high, is damaged, or is one of Python's.</exception>
    public static TensorSampleSet Read(string path, Cifar100Labels labels = Cifar100Labels.Fine) =>
        new CifarRecords(2, labels == Cifar100Labels.Fine ? 1 : 0, labels == Cifar100Labels.Fine ? FineClasses : CoarseClasses)
            .Read(CifarFiles.Find(path, "train*", "cifar-100-binary"));
}
