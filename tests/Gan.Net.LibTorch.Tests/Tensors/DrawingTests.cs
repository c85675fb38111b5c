using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class DrawingTests
{
    private const ulong Seed = 1234;

    private static readonly ReferenceCases Cases = new("drawing")
    {
        { "rand", _ => rand(3, 4, generator: Seeded()) },
        { "rand/long", _ => rand(3L, 4L, generator: Seeded()) },
        { "rand/array", _ => rand((long[])[3, 4], generator: Seeded()) },
        { "rand/span", _ => rand((ReadOnlySpan<long>)[3, 4], generator: Seeded()) },
        { "rand_double", _ => rand(2, 3, 4, float64, generator: Seeded()) },
        { "rand_double/long", _ => rand(2L, 3L, 4L, float64, generator: Seeded()) },
        { "randn", _ => randn(5, generator: Seeded()) },
        { "randn/long", _ => randn(5L, generator: Seeded()) },
        { "randn_many", _ => randn(6, 4, generator: Seeded()) },
        { "randn_double", _ => randn(2, 2, 2, 3, float64, generator: Seeded()) },
        { "randn_double/long", _ => randn(2L, 2L, 2L, 3L, float64, generator: Seeded()) },
        { "randint", _ => randint(-3, 9, [4, 2], generator: Seeded()) },
        { "randint/array", _ => randint(-3L, 9L, (long[])[4, 2], generator: Seeded()) },
        { "randint/Size", _ => randint(-3L, 9L, new Size((4, 2)), generator: Seeded()) },
        { "randint_bytes", _ => randint(256, [7], uint8, generator: Seeded()) },
        { "randint_bytes/Size", _ => randint(256L, new Size(7L), uint8, generator: Seeded()) },
        { "randint_wide", _ => randint(1L << 40, (long[])[3], generator: Seeded()) },
        { "randperm", _ => randperm(12, generator: Seeded()) },
        { "randperm/out", _ => randperm(12, empty(12, dtype: int64), Seeded()) },
        { "normal", _ => normal(3, 0.5, [2, 3], generator: Seeded()) },
        { "normal_tensors", _ => normal(tensor([10f, 20f, 30f]), tensor([1f, 2f, 3f]), Seeded()) },
        { "twice", _ => Twice(Seeded()) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_SeededGenerator_PyTorchsNumbers(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void LikeForms_ManyElements_HaveTheDistributionsMoments()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var shape = zeros(100, 200, dtype: float64);
        AssertMoments(shape.rand_like(), 0.5, Math.Sqrt(1 / 12.0));
        AssertMoments(rand_like(shape), 0.5, Math.Sqrt(1 / 12.0));
        AssertMoments(shape.randn_like(), 0, 1);
        AssertMoments(randn_like(shape), 0, 1);
        AssertMoments(shape.randint_like(0, 3), 1, Math.Sqrt(2 / 3.0));
        AssertMoments(randint_like(shape, 0, 3), 1, Math.Sqrt(2 / 3.0));
    }

    [Fact]
    public void SingleNumbers_SeededGenerator_StayInRangeAndRepeat()
    {
        using var first = new Generator(Seed);
        using var second = new Generator(Seed);
        Assert.Equal(randint_long(5, 9, first), randint_long(5, 9, second));
        Assert.InRange(randint_int(-4, -2, first), -4, -3);
        Assert.InRange(randint_int(3, first), 0, 2);
        Assert.InRange(randint_long(1L << 33, first), 0, (1L << 33) - 1);
        Assert.InRange(rand_float(first), 0, 0.99999999);
        Assert.InRange(randn_float(first), -6, 6);
        Assert.Equal([false, true], Enumerable.Range(0, 50).Select(_ => randint_bool(first)).Distinct().Order());
    }

    [Fact]
    public void Randint_BoundsTheTypeCannotHold_Throws()
    {
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => randint(0, 257, [2], uint8));
        Assert.StartsWith("The value is outside the range of Byte.", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => randint(-129, 3, [2], int8));
    }

    [Fact]
    public void Draws_ImpossibleArguments_ThrowLibtorchsMessage()
    {
        Assert.Contains("expects 'from' to be less than 'to'", Assert.Throws<ExternalException>(() => randint(5, 5, [2])).Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => randperm(-1));
        Assert.Throws<ExternalException>(() => rand(2, dtype: int64));
        Assert.Throws<ObjectDisposedException>(() => rand(2, generator: Disposed()));
    }

    private static Generator Seeded() => new(Seed);

    private static Generator Disposed()
    {
        var generator = Seeded();
        generator.Dispose();
        return generator;
    }

    private static Tensor[] Twice(Generator generator) => [randn(3, generator: generator), randn(3, generator: generator)];

    private static void AssertMoments(Tensor drawn, double mean, double deviation)
    {
        var values = TensorValues.Read(drawn);
        var average = values.Average();
        Assert.InRange(average, mean - (5 * deviation / Math.Sqrt(values.Length)), mean + (5 * deviation / Math.Sqrt(values.Length)));
        var spread = Math.Sqrt(values.Average(value => (value - average) * (value - average)));
        Assert.InRange(spread, 0.97 * deviation, 1.03 * deviation);
        Assert.Equal(ScalarType.Float64, drawn.dtype);
    }
}
