using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class FiniteProbeTests
{
    public static TheoryData<ScalarType> FloatTypes => [ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float64];

    [Theory]
    [MemberData(nameof(FloatTypes))]
    public void AllFinite_OneBadNumberAnywhere_IsFound(ScalarType type)
    {
        using var scope = NewDisposeScope();
        for (var length = 1; length <= 70; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var bad = ((length + place) % 3) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => double.NegativeInfinity };
                Assert.False(IsFinite(Numbers(length, type, place, bad)), $"{bad} at {place} of {length}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(FloatTypes))]
    public void AllFinite_ExtremeButFinite_IsNoAlarm(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var info = finfo(type);
        foreach (var extreme in (double[])[info.max, info.min, info.tiny, -info.tiny, 0, -0.0, info.max / 2])
        {
            var all = full([97], extreme, dtype: type);
            Assert.True(IsFinite(all), $"{extreme} in one piece");
            Assert.True(IsFinite(Scattered(all)), $"{extreme} in pieces");
        }
    }

    [Theory]
    [MemberData(nameof(FloatTypes))]
    public void AllFinite_NotInOnePiece_IsSummedAndJustAsExact(ScalarType type)
    {
        using var scope = NewDisposeScope();
        foreach (var bad in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            for (var place = 0; place < 40; place++)
            {
                Assert.False(IsFinite(Scattered(Numbers(40, type, place, bad))));
            }
        }

        Assert.True(IsFinite(Scattered(Numbers(40, type))));
    }

    [Fact]
    public void AllFinite_InfinitiesOfBothSigns_AreFound()
    {
        using var scope = NewDisposeScope();
        var both = tensor(new[] { float.PositiveInfinity, 1, float.NegativeInfinity, 2 });

        Assert.False(IsFinite(both));
        Assert.False(IsFinite(Scattered(both)));
    }

    [Fact]
    public void AllFinite_GradientsWhoseSquareOverflows_IsNoAlarm()
    {
        using var scope = NewDisposeScope();
        var gradients = full([1000], 1e30f);

        Assert.False(float.IsFinite(gradients.norm().ToSingle()));  // what a norm would have said
        Assert.True(IsFinite(gradients));
        Assert.True(IsFinite(Scattered(gradients)));
    }

    [Fact]
    public void AllFinite_SumOfSeveralOverflows_IsSettledByTheElements()
    {
        using var scope = NewDisposeScope();
        var probe = new FiniteProbe();
        for (var i = 0; i < 5; i++)
        {
            probe.Add(Scattered(full([20], 3e38f)));
        }

        Assert.True(probe.AllFinite());
        probe.Add(Scattered(full([20], float.NaN)));
        Assert.False(probe.AllFinite());
    }

    [Fact]
    public void AllFinite_ComplexNumbers_AreLookedAt()
    {
        using var scope = NewDisposeScope();
        var sound = complex(ones(6), ones(6));
        var broken = complex(ones(6), tensor(new[] { 1, 2, float.NaN, 4, 5, 6 }));

        Assert.True(IsFinite(sound));
        Assert.True(IsFinite(Scattered(sound)));
        Assert.False(IsFinite(broken));
        Assert.False(IsFinite(Scattered(broken)));
    }

    [Fact]
    public void AllFinite_WholeNumbersAndNothing_AreFinite()
    {
        using var scope = NewDisposeScope();
        Assert.True(new FiniteProbe().AllFinite());
        Assert.True(IsFinite(tensor(new[] { long.MaxValue, long.MinValue, 0x7F80_0000_7F80_0000 })));
        Assert.True(IsFinite(zeros(0)));
    }

    [Fact]
    public void Count_Mixed_CountsEachKind()
    {
        using var scope = NewDisposeScope();
        var mixed = tensor(new[] { 1, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.NaN });

        Assert.Equal((3, 2), FiniteProbe.Count(mixed));
        Assert.Equal((0, 0), FiniteProbe.Count(ones(3, dtype: ScalarType.Int64)));
    }

    private static bool IsFinite(Tensor tensor)
    {
        var probe = new FiniteProbe();
        probe.Add(tensor);
        return probe.AllFinite();
    }

    // Every second element of something twice as long, which no view of bytes can show.
    private static Tensor Scattered(Tensor tensor)
    {
        var scattered = stack([tensor, tensor], 1).select(1, 1);
        Assert.False(tensor.numel() > 1 && scattered.is_contiguous());
        return scattered;
    }

    private static Tensor Numbers(int length, ScalarType type, int place = -1, double bad = 0)
    {
        var numbers = Enumerable.Range(0, length).Select(i => i == place ? bad : (i - 7.5) * 3).ToArray();
        return tensor(numbers).to(type);
    }
}
