using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>
/// CIFAR-10 in its binary layout: for each picture one byte of label, 0 to 9, and 3,072 of pixels, the red, green and blue planes of 32
/// rows each. Packed with gzip or not.
/// </summary>
public static class CifarFile
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>
    /// Reads a file, or all files <c>data_batch_*</c> (<c>.bin</c> or <c>.bin.gz</c>) of a folder, or of <c>cifar-10-batches-bin</c> in it, in
    /// the order of their names. Of files that are the same byte for byte one is taken; <see cref="TensorSampleSet.Remarks"/> names all.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>Samples <c>[3, 32, 32]</c> in [-1, 1] with labels from 0 to 9.</returns>
    /// <exception cref="FileNotFoundException">There is no such file, or the folder has none.</exception>
    /// <exception cref="DataFormatException">A file holds no whole number of pictures, has a label above 9, is damaged, or is one of Python's.</exception>
    public static TensorSampleSet Read(string path) => new CifarRecords(1, 0, Classes).Read(CifarFiles.Find(path, "data_batch_*", "cifar-10-batches-bin"));
}
