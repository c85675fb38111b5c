using Gan.Net.Data;
using Gan.Net.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Inputs;

/// <summary>Data that is missing, empty, of another shape, type or size.</summary>
internal static class WrongData
{
    public static IEnumerable<WrongInput> All(string folder) => [.. Sets(), .. Sources(), .. Points(), .. Files(folder)];

    private static IEnumerable<WrongInput> Sets() =>
    [
        new("a set of nothing", () => _ = new TensorSampleSet(null!), "samples"),
        new("an empty set", () => _ = new TensorSampleSet(zeros(0, 2)), "[0, 2]", "at least one sample"),
        new("samples without a shape", () => _ = new TensorSampleSet(zeros(5)), "[5]", "[N, ...]"),
        new("samples of doubles", () => _ = new TensorSampleSet(zeros(5, 2, dtype: ScalarType.Float64)), "Float64", "Byte or Float32"),
        new("fewer labels than samples", () => _ = new TensorSampleSet(zeros(4, 2), zeros(3, dtype: ScalarType.Int64)), "[3]", "[4]"),
        new("labels that are no whole numbers", () => _ = new TensorSampleSet(zeros(4, 2), zeros(4)), "Float32", "whole numbers"),
        new("labels in a column", () => _ = new TensorSampleSet(zeros(4, 2), zeros(4, 1, dtype: ScalarType.Int64)), "[4, 1]", "[4]"),
        new("a label beyond the classes", () => _ = new TensorSampleSet(zeros(2, 2), tensor(new long[] { 0, 7 }), 3), "label 7", "0 to 2"),
        new("a negative label", () => _ = new TensorSampleSet(zeros(2, 2), tensor(new long[] { 0, -1 }), 3), "label -1", "0 to 2"),
        new("no classes", () => _ = new TensorSampleSet(zeros(2, 2), null, 0), "classes", "at least 1", "0"),
        new("a sample that is not there", () => Set(4).Gather([1, 4], CPU), "4"),
        new("a batch without a batch dimension", () => _ = new Batch(tensor(1f)), "scalar", "[N, ...]"),
        new("a batch with other labels", () => _ = new Batch(zeros(4, 2), zeros(5, dtype: ScalarType.Int64)), "[5]", "[4]"),
        new("an empty data set", () => _ = new DatasetSampleSet(new Items()), "empty"),
        new("a data set under other names", () => _ = new DatasetSampleSet(new Items([2]), new DatasetOptions { SampleKey = "image" }), "data", "'image'"),
        new("a data set without names", () => _ = new DatasetSampleSet(new Items([2]), new DatasetOptions { SampleKey = "" }), "SampleKey"),
        new("a data set of several sizes", () => new DatasetSampleSet(new Items([2], [3])).Gather([0, 1], CPU), "Item 1", "[3]", "[2]"),
    ];

    private static IEnumerable<WrongInput> Sources() =>
    [
        new("a source of nothing", () => _ = new BatchSource(null!), "set"),
        new("batches of 0", () => _ = new BatchSource(Set(4), new BatchSourceOptions { BatchSize = 0 }), "BatchSize", "at least 1", "0"),
        new("batches of -4", () => _ = new BatchSource(Set(4), new BatchSourceOptions { BatchSize = -4 }), "BatchSize", "at least 1", "-4"),
        new("batches larger than the set", () => _ = new BatchSource(Set(4), new BatchSourceOptions { BatchSize = 9 }), "BatchSize", "at most 4", "9"),
        new("an order of samples nobody knows", () => _ = new BatchSource(Set(64), new BatchSourceOptions { Order = (SampleOrder)7 }), "Order", "7"),
        new("an end nobody knows", () => _ = new BatchSource(Set(64), new BatchSourceOptions { LastBatch = (LastBatch)7 }), "LastBatch", "7"),
        new("no device", () => _ = new BatchSource(Set(64), new BatchSourceOptions { Device = null! }), "Device", "null"),
        new("a device that is not there", () => _ = new BatchSource(Set(64), new BatchSourceOptions { Device = new Device("cuda:99") }), "Device", "cuda:99"),
        new("a batch before the first", () => new BatchSource(Set(64)).GetBatch(-1), "-1"),
    ];

    private static IEnumerable<WrongInput> Points() =>
    [
        new("points in batches of 0", () => _ = new RingSource(options: new DrawOptions { BatchSize = 0 }), "BatchSize", "at least 1", "0"),
        new("points on no device", () => _ = new RingSource(options: new DrawOptions { Device = null! }), "Device", "null"),
        new("digits in batches of -1", () => _ = new DrawnDigits(new DrawOptions { BatchSize = -1 }), "BatchSize", "at least 1", "-1"),
        new("a ring without modes", () => _ = new RingSource(new RingOptions { Modes = 0 }), "Modes", "at least 1", "0"),
        new("a ring of no radius", () => _ = new RingSource(new RingOptions { Radius = double.NaN }), "Radius", "positive", "NaN"),
        new("a negative deviation", () => _ = new RingSource(new RingOptions { StandardDeviation = -1 }), "StandardDeviation", "-1"),
        new("a grid without sides", () => _ = new GridSource(new GridOptions { Side = 0 }), "Side", "0"),
        new("a mixture of nothing", () => _ = new GaussianMixtureSource([], 1), "mode"),
        new("a set of 0 points", () => new RingSource().CreateSet(0), "count", "0"),
        new("a set of 0 digits", () => DrawnDigits.CreateSet(0), "count", "0"),
    ];

    private static IEnumerable<WrongInput> Files(string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        IdxFile.Write(At("images"), new IdxArray([3, 4, 4], new byte[48]));
        IdxFile.Write(At("labels"), new IdxArray([2], new byte[2]));
        IdxFile.Write(At("none"), new IdxArray([0, 4, 4], []));
        Directory.CreateDirectory(At("empty"));
        Directory.CreateDirectory(At("mixed"));
        PictureFile.Write(new PixelImage(3, 4, 1), At("mixed/a.png"));
        PictureFile.Write(new PixelImage(3, 5, 1), At("mixed/b.png"));
        return
        [
            new("fewer labels than images", () => IdxFile.ReadSamples(At("images"), At("labels")), "[2]", "[3]"),
            new("no image", () => IdxFile.ReadSamples(At("none")), "[0, 4, 4]", "[N, height, width]"),
            new("labels for images", () => IdxFile.ReadSamples(At("labels")), "[2]", "[N, height, width]"),
            new("a file that is not there", () => IdxFile.Read(At("nowhere")), "nowhere"),
            new("a folder without MNIST", () => MnistSet.Read(At("empty")), "train-images-idx3-ubyte"),
            new("a folder without CIFAR", () => CifarFile.Read(At("empty")), "data_batch_"),
            new("a file that is no CIFAR", () => CifarFile.Read(At("images")), "64 bytes", "3073"),
            new("a folder without pictures", () => ImageFolder.Read(At("empty")), ".png", "empty"),
            new("a folder that is not there", () => ImageFolder.Read(At("nowhere")), "nowhere"),
            new("pictures of several sizes", () => GatherTwo(At("mixed")), "3x5", "3x4"),
            new("no folder", () => MnistSet.Read(""), "folder"),
        ];
    }

    private static void GatherTwo(string folder)
    {
        using var pictures = ImageFolder.Read(folder);
        pictures.Gather([0, 1], CPU).Dispose();
    }

    private static TensorSampleSet Set(long count) => new(zeros(count, 2));

    private sealed class Items(params long[][] shapes) : utils.data.Dataset
    {
        public override long Count => shapes.Length;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["data"] = zeros(shapes[index]) };
    }
}
