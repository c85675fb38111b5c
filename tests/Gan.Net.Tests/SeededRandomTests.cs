using System.Globalization;
using System.Text.Json;

namespace Gan.Net.Tests;

/// <summary>The series against a second implementation (tools/reference/seeded_random.py), and their statistics.</summary>
public class SeededRandomTests
{
    public static TheoryData<string> Seeds => new("0", "1", "42", "18446744073709551615");

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextUInt64_OfSeed_EqualsReference(string seed) =>
        Assert.Equal(Case(seed, "bits"), Take(8, Start(seed).NextUInt64).Select(bits => bits.ToString(CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextInt64_SmallBound_EqualsReference(string seed)
    {
        var random = Start(seed);
        Assert.Equal(Case(seed, "integers"), Take(16, () => random.NextInt64(10)).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextInt64_BoundThatRejects_EqualsReference(string seed)
    {
        var random = Start(seed);
        Assert.Equal(
            Case(seed, "hugeIntegers"),
            Take(16, () => random.NextInt64((1L << 62) + 1)).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextDouble_OfSeed_EqualsReference(string seed) =>
        Assert.Equal(Case(seed, "doubles").Select(Parse), Take(4, Start(seed).NextDouble));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextGaussian_OfSeed_EqualsReference(string seed) =>
        Assert.All(Case(seed, "gaussians").Select(Parse).Zip(Take(4, Start(seed).NextGaussian)), pair => Assert.Equal(pair.First, pair.Second, 1e-14));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Shuffle_OfSeed_EqualsReference(string seed)
    {
        var items = Enumerable.Range(0, 12).ToArray();
        Start(seed).Shuffle(items.AsSpan());
        Assert.Equal(Case(seed, "shuffled"), items.Select(item => item.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Derive_Streams_EqualReference(string text)
    {
        var seed = ulong.Parse(text, CultureInfo.InvariantCulture);
        ulong[] derived = [SeededRandom.Derive(seed, 0), SeededRandom.Derive(seed, 7), SeededRandom.Derive(seed, 7, 9), SeededRandom.Derive(seed, 9, 7)];
        Assert.Equal(Case(text, "derived"), derived.Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void NextInt64_ManyDraws_AreUniform()
    {
        var random = new SeededRandom(3);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.NextInt64(7)]++;
        }

        // Chi-square with 6 degrees of freedom: above 22.5 once in a thousand.
        Assert.InRange(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000), 0.1, 22.5);
    }

    [Fact]
    public void NextGaussian_ManyDraws_HaveNormalMoments()
    {
        var random = new SeededRandom(5);
        var draws = Take(100_000, random.NextGaussian);
        Assert.InRange(draws.Average(), -0.01, 0.01);
        Assert.InRange(draws.Average(x => x * x), 0.985, 1.015);
        Assert.InRange(draws.Average(x => x * x * x * x), 2.9, 3.1);
    }

    [Fact]
    public void NextInt64_BoundZero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(0).NextInt64(0));

    private static SeededRandom Start(string seed) => new(ulong.Parse(seed, CultureInfo.InvariantCulture));

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static List<T> Take<T>(int count, Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    private static List<string> Case(string seed, string series)
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Fixture("seeded_random.json")));
        var found = cases.RootElement.EnumerateArray().Single(item => item.GetProperty("seed").GetString() == seed);
        return [.. found.GetProperty(series).EnumerateArray().Select(item => item.ToString())];
    }
}
