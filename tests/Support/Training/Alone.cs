namespace Gan.Net.TestSupport;

/// <summary>The collection of tests that count what the whole process holds: no other test may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
