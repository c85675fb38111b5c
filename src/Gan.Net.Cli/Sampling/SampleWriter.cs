using System.Globalization;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Data;
using Gan.Net.Imaging;
using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Sampling;

/// <summary>Writes a generator's samples into a file. Numbers go there piece by piece; a picture is held whole.</summary>
internal static class SampleWriter
{
    private const int MostInAPicture = 10_000;

    /// <exception cref="UserException">The samples do not go into a file of this kind.</exception>
    public static void Write(IGenerator generator, RunConfig config, SampleJob job)
    {
        var points = config.SampleShape.Count == 1;
        switch (job.Format)
        {
            case SampleFormat.Picture:
                Require(job.Count <= MostInAPicture, $"A picture holds at most {MostInAPicture} samples; write more of them into a file that ends in {(points ? ".csv" : ".idx.gz")}.");
                WritePicture(generator, config, job);
                break;
            case SampleFormat.Idx:
                Require(!points, "This run makes points, which an IDX file of bytes cannot hold; take a name that ends in .csv or .png.");
                WriteIdx(generator, job, config.SampleShape);
                break;
            default:
                Require(points, "This run makes pictures; take a name that ends in .png, .idx or .idx.gz.");
                WriteCsv(generator, job);
                break;
        }
    }

    private static void WritePicture(IGenerator generator, RunConfig config, SampleJob job)
    {
        using var samples = SampleStream.Draw(generator, job.Count, job.Seed, job.Class);
        PictureFile.Write(Pictures.Draw(samples, job.Class is null ? config.Classes : 0, config.Extent), job.Path);
    }

    // Gray pictures as [N, H, W], the form of MNIST; coloured ones as [N, C, H, W].
    private static void WriteIdx(IGenerator generator, SampleJob job, IReadOnlyList<long> shape)
    {
        var sizes = shape is [1, var height, var width] ? [height, width] : shape;
        using var writer = new IdxWriter(job.Path, [job.Count, .. sizes.Select(size => (int)size)]);
        foreach (var piece in SampleStream.Pieces(generator, job.Count, job.Seed, job.Class))
        {
            using (piece)
            {
                writer.Append(piece);
            }
        }

        writer.Commit();
    }

    private static void WriteCsv(IGenerator generator, SampleJob job) => AtomicFile.Write(job.Path, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("x,y");
        foreach (var piece in SampleStream.Pieces(generator, job.Count, job.Seed, job.Class))
        {
            using (piece)
            {
                var values = piece.data<float>().ToArray();
                for (var i = 0; i < values.Length; i += 2)
                {
                    text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{values[i]},{values[i + 1]}"));
                }
            }
        }
    });

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new UserException(sentence);
        }
    }
}
