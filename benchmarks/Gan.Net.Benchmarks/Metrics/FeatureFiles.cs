using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Metrics;

/// <summary>Two sets of made-up features, none negative and correlated as those of a network are, in memory and as raw float32 files.</summary>
internal sealed class FeatureFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gan-net-benchmark-");

    public FeatureFiles(int samples, int features)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var mixing = randn([features, features], generator: random) / Math.Sqrt(features);
        Real = Make(samples, mixing, random, 0);
        Generated = Make(samples, mixing, random, 0.2);
        scope.Detach(Real, Generated);
        RealPath = Save("real.f32", Real);
        GeneratedPath = Save("generated.f32", Generated);
    }

    public Tensor Real { get; }

    public Tensor Generated { get; }

    public string RealPath { get; }

    public string GeneratedPath { get; }

    public void Dispose()
    {
        Real.Dispose();
        Generated.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Tensor Make(int samples, Tensor mixing, Generator random, double shift) =>
        randn([samples, mixing.shape[0]], generator: random).mm(mixing).add(shift).relu();

    private string Save(string name, Tensor features)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var file = File.Create(path);
        file.Write(features.bytes);
        return path;
    }
}
