using BenchmarkDotNet.Attributes;
using Gan.Net.Checkpoints;
using Gan.Net.Dcgan;

namespace Gan.Net.Benchmarks.Classes;

/// <summary>Writing and reading a DCGAN generator, 3,576,704 parameters.</summary>
public class CheckpointBenchmarks
{
    private readonly DcganGenerator _generator = new(DcganOptions.Paper64);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"gan-net-{Guid.NewGuid():N}.safetensors");

    /// <summary>Makes a file to read.</summary>
    [GlobalSetup]
    public void Write() => Save();

    /// <summary>Writing, flushed and renamed.</summary>
    [Benchmark]
    public void Save() => ModuleState.Save(_generator, _file);

    /// <summary>Reading, checked before the module changes.</summary>
    [Benchmark]
    public void Load() => ModuleState.Load(_generator, _file);

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void Clear() => File.Delete(_file);
}
