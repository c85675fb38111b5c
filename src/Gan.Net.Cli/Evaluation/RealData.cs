using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Training;
using Gan.Net.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Real samples to compare with: those of files in a random order, each once; of endless sources some that training never saw.</summary>
internal sealed class RealData : IDisposable
{
    private const int BatchSize = 250;

    // Far beyond any training.
    private const long Unseen = 1L << 41;

    private readonly IBatchSource<Batch> _source;

    private RealData(string name, IBatchSource<Batch> source, IReadOnlyList<long> sampleShape, long? count)
    {
        Name = name;
        _source = source;
        SampleShape = sampleShape;
        Count = count;
    }

    /// <summary>What the samples are, for the names of results: the word for drawn data, the folder's or file's name for others.</summary>
    public string Name { get; }

    /// <summary>The shape of one sample.</summary>
    public IReadOnlyList<long> SampleShape { get; }

    /// <summary>How many there are; null when there is no end to them.</summary>
    public long? Count { get; }

    /// <summary>The modes, if the data is points around some.</summary>
    public GaussianMixtureSource? Mixture => _source as GaussianMixtureSource;

    /// <summary>Opens the data; files are read here.</summary>
    /// <exception cref="UserException">A test part was asked of data that has none.</exception>
    public static RealData Open(DataName name, bool testPart, long seed)
    {
        if (testPart && name.Kind != DataKind.Mnist)
        {
            throw new UserException("--part test is for mnist:DIR only; other data has one part.");
        }

        name.RequirePlace();
        var draw = new DrawOptions { BatchSize = BatchSize, Seed = seed };
        return name.Kind switch
        {
            DataKind.Ring => new RealData("ring", new RingSource(RingOptions.D2Gan, draw), [2], null),
            DataKind.Grid => new RealData("grid", new GridSource(GridOptions.PacGan, draw), [2], null),
            DataKind.Digits => new RealData("digits", new DrawnDigits(draw), [1, 28, 28], null),
            DataKind.Mnist => OfSet($"{Place(name)}-{(testPart ? "test" : "train")}", MnistSet.Read(name.Path, testPart ? MnistPart.Test : MnistPart.Train), seed),
            DataKind.Idx => OfSet(Place(name), IdxFile.ReadSamples(name.Path), seed),
            DataKind.Cifar10 => OfSet("cifar10", CifarFile.Read(name.Path), seed),
            DataKind.Cifar100 => OfSet("cifar100", Cifar100File.Read(name.Path), seed),
            _ => OfSet(Place(name), ImageFolder.Read(name.Path), seed),
        };
    }

    /// <summary>The first samples in batches on the CPU. The caller owns each.</summary>
    public IEnumerable<Tensor> Batches(long count)
    {
        var left = count;
        for (var i = Count is null ? Unseen : 0; left > 0; i++)
        {
            using var batch = _source.GetBatch(i);
            var taken = Math.Min(left, batch.Size);
            left -= taken;
            yield return batch.Samples.narrow(0, 0, taken).clone();
        }
    }

    public void Dispose() => _source.Dispose();

    private static RealData OfSet(string name, ISampleSet set, long seed) =>
        new(name, new BatchSource(set, new BatchSourceOptions { BatchSize = BatchSize, Seed = seed, LastBatch = LastBatch.Keep }), set.SampleShape, set.Count);

    // The last part of the path, without what follows a dot.
    private static string Place(DataName name) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(name.Path))).Split('.')[0];
}
