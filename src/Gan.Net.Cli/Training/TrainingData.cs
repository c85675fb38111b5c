using Gan.Net.Cli.CommandLine;
using Gan.Net.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Training;

/// <summary>Opened data: a source of batches, and what a model must know of it.</summary>
internal sealed class TrainingData : IDisposable
{
    // Far beyond any training: batches from here on are only looked at.
    private const long Unseen = 1L << 40;

    private TrainingData(IBatchSource<Batch> source, IReadOnlyList<long> sampleShape)
    {
        Source = source;
        SampleShape = sampleShape;
        Summary = (source as ISummarizedSource)?.Summary;
    }

    public IBatchSource<Batch> Source { get; }

    /// <summary>What is known of all the data.</summary>
    public DataSummary? Summary { get; }

    /// <summary>Which files were taken and which were not, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    /// <summary>The shape of one sample: [2], or [C, H, W].</summary>
    public IReadOnlyList<long> SampleShape { get; }

    /// <summary>The modes, if the data is points around some.</summary>
    public GaussianMixtureSource? Mixture => Source as GaussianMixtureSource;

    /// <summary>Points lie in the square from minus this to this; null for pictures.</summary>
    public double? Extent { get; private init; }

    /// <summary>Opens the data; files are read here.</summary>
    public static TrainingData Open(DataName name, int batchSize, long seed, Device device)
    {
        name.RequirePlace();
        var draw = new DrawOptions { BatchSize = batchSize, Seed = seed, Device = device };
        return name.Kind switch
        {
            DataKind.Ring => OfPoints(new RingSource(RingOptions.D2Gan, draw)),
            DataKind.Grid => OfPoints(new GridSource(GridOptions.PacGan, draw)),
            DataKind.Digits => new TrainingData(new DrawnDigits(draw), [1, 28, 28]),
            DataKind.Mnist => OfSet(MnistSet.Read(name.Path), batchSize, seed, device),
            DataKind.Idx => OfSet(IdxFile.ReadSamples(name.Path), batchSize, seed, device),
            DataKind.Cifar10 => OfSet(CifarFile.Read(name.Path), batchSize, seed, device),
            DataKind.Cifar100 => OfSet(Cifar100File.Read(name.Path), batchSize, seed, device),
            _ => OfSet(ImageFolder.Read(name.Path), batchSize, seed, device),
        };
    }

    /// <summary>Points <c>[count, 2]</c> on the CPU that training never sees; null for pictures. The caller owns them.</summary>
    public Tensor? RealPoints(int count)
    {
        if (Extent is null)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        var batches = (count + Source.BatchSize - 1) / Source.BatchSize;
        var points = Enumerable.Range(0, batches).Select(i => Source.GetBatch(Unseen + i).Samples).ToList();
        return scope.MoveToOuter(cat(points).narrow(0, 0, count).cpu());
    }

    public void Dispose() => Source.Dispose();

    private static TrainingData OfPoints(GaussianMixtureSource source)
    {
        using var furthest = source.Modes.abs().max();
        var reach = furthest.ToDouble();
        return new TrainingData(source, [2]) { Extent = Math.Round(reach + Math.Max(3.5 * source.StandardDeviation, reach / 10), 2) };
    }

    private static TrainingData OfSet(ISampleSet set, int batchSize, long seed, Device device) => set.Count < batchSize
        ? throw new UserException($"A batch of {batchSize} is more than the {set.Count} samples in the data; take a smaller --batch.")
        : new(new BatchSource(set, new BatchSourceOptions { BatchSize = batchSize, Seed = seed, Device = device }), set.SampleShape) { Remarks = set.Remarks };
}
