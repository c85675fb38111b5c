using Gan.Net.Augmentations;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Augmentations;

public sealed class AugmentationTests
{
    public static TheoryData<IAugmentation> All => new(Each);

    private static IEnumerable<IAugmentation> Each =>
        typeof(IAugmentation).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(IAugmentation)) && !type.IsAbstract)
            .Select(type => (IAugmentation)Activator.CreateInstance(type)!);

    public static TheoryData<IAugmentation> Awake => new(Each.Where(augmentation => augmentation is not AdaptiveAugmentation));

    [Theory]
    [MemberData(nameof(Awake))]
    public void Augment_Images_GivesNewOnesOfTheSameKindAndRepeatsWithTheSeed(IAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var images = Images(6, 5, 7);
        var before = Values(images);

        var (first, again, other) = (Augment(augmentation, images, 1), Augment(augmentation, images, 1), Augment(augmentation, images, 2));

        Assert.Equal(images.shape, first.shape);
        Assert.Equal(images.dtype, first.dtype);
        Assert.Equal(before, Values(images));
        Assert.Equal(Values(first), Values(again));
        Assert.NotEqual(Values(first), Values(other));
        Assert.NotEqual(before, Values(first));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Augment_Gradient_EqualsFiniteDifferences(IAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var images = Images(2, 3, 4).requires_grad_();

        Assert.Null(FiniteDifferences.Compare([images], () => Augment(augmentation, images, 1).square()));
    }

    // Mirrored by chance; shifted by up to 2 either way, with reflection at the border: [1 2 3 4] becomes one of these.
    [Fact]
    public void Augment_FlipShift_MakesEveryMirrorAndShiftEquallyOften()
    {
        string[] shifts = ["3 2 1 2", "2 1 2 3", "1 2 3 4", "2 3 4 3", "3 4 3 2"];
        string[] mirrored = [.. shifts.Select(shift => string.Join(' ', shift.Split(' ').Reverse()))];
        using var scope = NewDisposeScope();
        var images = tensor(new[] { 1.0, 2, 3, 4 }).view(1, 1, 1, 4).expand(10_000, 1, 1, 4);

        var rows = Values(Augment(new FlipShiftAugmentation { MaxShift = 2 }, images, 3)).Chunk(4).Select(row => string.Join(' ', row)).ToArray();

        var expected = shifts.Concat(mirrored).CountBy(row => row).ToDictionary();
        var actual = rows.CountBy(row => row).ToDictionary();
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, row => Assert.InRange(actual[row.Key], row.Value * 900, row.Value * 1100));
    }

    [Fact]
    public void Augment_FlipShift_ShiftsRowsToo()
    {
        using var scope = NewDisposeScope();
        var images = tensor(new[] { 1.0, 2, 3, 4 }).view(1, 1, 4, 1).expand(1000, 1, 4, 1);

        var rows = Values(Augment(new FlipShiftAugmentation { MaxShift = 1 }, images, 3)).Chunk(4).Select(row => string.Join(' ', row));

        Assert.Equal(["1 2 3 4", "2 1 2 3", "2 3 4 3"], rows.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Augment_FlipShiftFartherThanTheImage_StaysInside()
    {
        using var scope = NewDisposeScope();
        var images = Images(200, 2, 3);

        var augmented = Augment(new FlipShiftAugmentation { MaxShift = 50 }, images, 3);

        Assert.Subset(Values(images).ToHashSet(), Values(augmented).ToHashSet());
    }

    [Fact]
    public void Augment_FlipShift_ChangesAllChannelsAlike()
    {
        using var scope = NewDisposeScope();
        var image = Images(8, 4, 4).narrow(1, 0, 1);

        var augmented = Augment(new FlipShiftAugmentation(), cat([image, image.mul(10)], 1), 3);

        Assert.Equal(Values(augmented.narrow(1, 0, 1).mul(10)), Values(augmented.narrow(1, 1, 1)));
    }

    [Fact]
    public void Augment_FlipShiftOfVectors_NamesTheOther()
    {
        using var scope = NewDisposeScope();

        var failure = Assert.Throws<ArgumentException>("samples", () => Augment(new FlipShiftAugmentation(), zeros(4, 2), 1));

        Assert.StartsWith(
            "The samples are [4, 2]; FlipShiftAugmentation takes images [N, C, H, W]. Use JitterAugmentation for vectors.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Augment_Jitter_AddsNoiseOfTheDeviation()
    {
        using var scope = NewDisposeScope();

        var noise = Augment(new JitterAugmentation { Deviation = .2 }, zeros(10_000, 2, dtype: ScalarType.Float64), 3);

        Assert.Equal(0, noise.mean().ToDouble(), .01);
        Assert.Equal(.2, noise.std().ToDouble(), .01);
    }

    [Fact]
    public void Validate_OutOfRange_NamesEach()
    {
        var problems = new OptionProblems("Options");
        new FlipShiftAugmentation { FlipProbability = 1.5, MaxShift = -1 }.Validate(problems);
        new JitterAugmentation { Deviation = 0 }.Validate(problems);

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);

        Assert.Equal("Options: FlipProbability must be in [0, 1], was 1.5; MaxShift must be at least 0, was -1; Deviation must be positive, was 0.", failure.Message);
    }

    private static Tensor Images(long count, long height, long width)
    {
        using var random = new Generator(4, CPU);
        return randn(count, 2, height, width, dtype: ScalarType.Float64, generator: random);
    }

    private static Tensor Augment(IAugmentation augmentation, Tensor samples, ulong seed)
    {
        using var random = new Generator(seed, CPU);
        return augmentation.Augment(samples, random);
    }

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();
}
