using Gan.Net.Evaluation;

namespace Gan.Net.Benchmarks.Stacked;

/// <summary>One training: its name, what its pictures cover, how long it took, how many numbers its nets have.</summary>
internal sealed record StackedResult(string Row, ModeCoverageResult Coverage, double Seconds, long GeneratorSize, long DiscriminatorSize);
