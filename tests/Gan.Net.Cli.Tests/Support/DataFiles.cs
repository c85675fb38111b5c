using Gan.Net.Data;

namespace Gan.Net.Cli.Tests.Support;

/// <summary>Small files in the formats the tool reads.</summary>
internal static class DataFiles
{
    /// <summary>An IDX file of images with every pixel its own value.</summary>
    public static string WriteIdx(string path, params int[] shape)
    {
        var bytes = new byte[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i * 7);
        }

        IdxFile.Write(path, new IdxArray(shape, bytes));
        return path;
    }

    /// <summary>A folder with the training half of an MNIST of <paramref name="count"/> images.</summary>
    public static string WriteMnist(string folder, int count)
    {
        WriteIdx(Path.Combine(folder, "train-images-idx3-ubyte.gz"), count, 28, 28);
        IdxFile.Write(Path.Combine(folder, "train-labels-idx1-ubyte.gz"), new IdxArray([count], new byte[count]));
        return folder;
    }

    /// <summary>A CIFAR-10 file of <paramref name="count"/> black pictures.</summary>
    public static string WriteCifar(string path, int count)
    {
        File.WriteAllBytes(path, new byte[count * 3073]);
        return path;
    }
}
