using System.Text.Json;
using Gan.Net.Checkpoints;
using Gan.Net.Features.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features.Tests;

public sealed class FidInceptionTests(MadeUpInception weights) : IClassFixture<MadeUpInception>
{
    private static readonly JsonElement _reference = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Fixture("inception.json"))).RootElement;

    [Fact]
    public void ParameterCount_OfTheNetwork_IsThePublishedOne()
    {
        Assert.Equal(23_850_960, FidInception.ParameterCount);
        Assert.Equal(_reference.GetProperty("parameters").GetInt64(), FidInception.ParameterCount);
        Assert.Equal(_reference.GetProperty("units").GetInt32(), InceptionUnits.All.Count);
    }

    [Theory]
    [InlineData(InceptionBlock.FirstPooling, "64")]
    [InlineData(InceptionBlock.SecondPooling, "192")]
    [InlineData(InceptionBlock.PreAuxiliary, "768")]
    public void Extract_EarlierBlock_IsPyTorchsFeatures(InceptionBlock block, string size)
    {
        using var scope = NewDisposeScope();
        using var inception = FidInception.Load(weights.Path, new FidInceptionOptions { Block = block });

        AssertClose("small-pytorch_fid", size, inception.Extract(MadeUpInception.Picture("small", 3, 32, 32)));
        Assert.EndsWith($"-pytorch-{size}", inception.Name, StringComparison.Ordinal);
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Extract_Bytes_IsPyTorchsFeaturesAndLogits(string deviceName)
    {
        // Convolutions on a GPU may round to 10 bits of mantissa on the way.
        var tolerance = device(deviceName).type == DeviceType.CPU ? 1e-5 : 5e-3;
        using var scope = NewDisposeScope();
        using var inception = FidInception.Load(weights.Path, new FidInceptionOptions { Device = device(deviceName) });

        var features = inception.Extract(MadeUpInception.Picture("small", 3, 32, 32));
        var logits = inception.Logits(features);

        AssertClose("small-pytorch_fid", "2048", features, tolerance);
        Assert.Equal([1, 1008], logits.shape);
        Assert.Equal(1008, inception.Classes);
        AssertClose("small-pytorch_fid", "logits", logits.narrow(1, 0, 200), tolerance);
        Assert.Matches("^inception-[0-9a-f]{8}-pytorch$", inception.Name);
    }

    // Floats of both ranges, rounded to the bytes they stand for; gray as three equal channels; several batches as one.
    [Fact]
    public void Extract_OtherFormsOfTheSameImages_IsTheSame()
    {
        using var scope = NewDisposeScope();
        using var bytes = FidInception.Load(weights.Path, new FidInceptionOptions { Block = InceptionBlock.SecondPooling, BatchSize = 2 });
        using var unit = FidInception.Load(weights.Path, new FidInceptionOptions { Block = InceptionBlock.SecondPooling, Range = ImageRange.ZeroToOne });
        var gray = MadeUpInception.Picture("small", 1, 32, 32);
        var three = gray.repeat(3, 3, 1, 1);
        var expected = bytes.Extract(gray);

        AssertSame(expected, bytes.Extract(three).narrow(0, 2, 1));
        AssertSame(expected, bytes.Extract(gray.to(ScalarType.Float32).add(0.3).div(127.5).sub(1)));
        AssertSame(expected, unit.Extract(gray.to(ScalarType.Float32).sub(0.3).div(255)));
        Assert.Equal(bytes.Name, unit.Name);
    }

    [Fact]
    public void Extract_Unrounded_SeesSmallDifferences()
    {
        using var scope = NewDisposeScope();
        using var inception = FidInception.Load(weights.Path, new FidInceptionOptions { Block = InceptionBlock.FirstPooling, Rounding = ImageRounding.None });
        var images = MadeUpInception.Picture("small", 1, 32, 32).to(ScalarType.Float32).div(127.5).sub(1);

        var difference = inception.Extract(images + 1e-3).sub(inception.Extract(images)).abs().max().ToDouble();

        Assert.InRange(difference, 1e-5, 1e-1);
        Assert.EndsWith("-pytorch-64-unrounded", inception.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_LargerThanTheNetworksSize_IsPillowsBicubic()
    {
        using var scope = NewDisposeScope();
        var images = InceptionImages.Prepare(MadeUpInception.Picture("wide", 3, 320, 400), new FidInceptionOptions { Resize = InceptionResize.Clean });

        Assert.Equal([1, 3, 299, 299], images.shape);
        AssertClose("wide-clean", "pixels", images[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(step: 37), TensorIndex.Slice(step: 41)]);
    }

    [Theory]
    [InlineData(InceptionResize.PyTorchFid, "small-pytorch_fid")]
    [InlineData(InceptionResize.TensorFlow, "small-tensorflow")]
    [InlineData(InceptionResize.Clean, "small-clean")]
    public void Prepare_SmallImages_IsTheReferencesPixels(InceptionResize resize, string key)
    {
        using var scope = NewDisposeScope();
        var images = InceptionImages.Prepare(MadeUpInception.Picture("small", 3, 32, 32), new FidInceptionOptions { Resize = resize });

        AssertClose(key, "pixels", images[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(step: 37), TensorIndex.Slice(step: 41)]);
    }

    [Fact]
    public void Load_NoFile_SaysWhichAndHow()
    {
        var error = Assert.Throws<FileNotFoundException>(() => FidInception.Load("nowhere/inception.safetensors"));
        Assert.Equal(
            "There are no Inception weights at 'nowhere/inception.safetensors'. Wanted is a safetensors file made of pt_inception-2015-12-05-6726825d.pth, "
            + "which the GitHub release 'fid_weights' of pytorch-fid publishes (torch-fidelity's weights-inception-2015-12-05-6726825d.pth holds the same): "
            + "python3 tools/inception-weights.py pt_inception-2015-12-05-6726825d.pth nowhere/inception.safetensors",
            error.Message);
        Assert.True(File.Exists(RepositoryFiles.At("tools", "inception-weights.py")));
    }

    [Fact]
    public void Load_AnotherNetwork_NamesWhatIsMissing()
    {
        using var folder = new ScratchFolder();
        using var other = nn.Linear(2, 3);
        ModuleState.Save(other, folder.File("other.safetensors"));

        var error = Assert.Throws<StateMismatchException>(() => FidInception.Load(folder.File("other.safetensors")));

        Assert.Contains("'Conv2d_1a_3x3.conv.weight' is missing", error.Problems);
        Assert.Contains("'Mixed_7c.branch3x3dbl_3b.bn.running_var' is missing", error.Problems);
    }

    [Fact]
    public void Extract_UnfitInput_SaysTheRightOne()
    {
        using var scope = NewDisposeScope();
        using var inception = FidInception.Load(weights.Path);
        var (two, features) = (zeros(1, 2, 8, 8), zeros(1, 768));

        Assert.Equal("The images are [1, 2, 8, 8]; expected [N, 1, H, W] or [N, 3, H, W]. (Parameter 'samples')", Assert.Throws<ArgumentException>(() => inception.Extract(two)).Message);
        Assert.Equal("The features are [1, 768]; expected [N, 2048], those of InceptionBlock.Final. (Parameter 'features')", Assert.Throws<ArgumentException>(() => inception.Logits(features)).Message);
        Assert.Equal(
            "FidInceptionOptions: Resize must be a known way, was 7; Range must be a known range, was 7; Rounding must be a known choice, was 7; Block must be a known block, was 7; BatchSize must be at least 1, was 0.",
            Assert.Throws<ArgumentException>(() => FidInception.Load(weights.Path, new FidInceptionOptions
            {
                Resize = (InceptionResize)7, Range = (ImageRange)7, Rounding = (ImageRounding)7, Block = (InceptionBlock)7, BatchSize = 0,
            })).Message);
    }

    private static void AssertClose(string key, string part, Tensor actual, double tolerance = 1e-5)
    {
        var expected = _reference.GetProperty(key).GetProperty(part).EnumerateArray().Select(item => item.GetDouble()).ToArray();
        var values = actual.cpu().contiguous().to(ScalarType.Float64).data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        Assert.InRange(expected.Zip(values, (x, y) => Math.Abs(x - y) / Math.Max(1, Math.Abs(x))).Max(), 0, tolerance);
    }

    private static void AssertSame(Tensor expected, Tensor actual) => Assert.InRange((expected - actual).abs().max().ToDouble(), 0, 1e-5);
}
