using Gan.Net.Evaluation;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>One training: what its samples cover, how much processor time it took, how many numbers its nets have, and the samples, x and y in turn.</summary>
internal sealed record SeedResult(ModeCoverageResult Coverage, double Seconds, long GeneratorSize, long DiscriminatorSize, float[] Points);
