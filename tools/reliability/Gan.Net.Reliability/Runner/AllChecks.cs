using Gan.Net.Reliability.Checks;

namespace Gan.Net.Reliability.Runner;

/// <summary>The checks there are, in the order of the table.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<Check> List { get; } =
    [
        new ResumeCheck(),
        new RecipeCheck(),
        new FaultCheck(),
        new FullDiskCheck(),
        new PowerCheck(),
        new KillCheck(),
        new LockCheck(),
        new ReaderCheck(),
        new VerdictCheck(),
        new BitFlipCheck(),
        new InputCheck(),
        new InjectionCheck(),
        new HealthyCheck(),
        new GuardCostCheck(),
        new InterruptionCheck(),
        new SignalCheck(),
        new ThreadCheck(),
        new MemoryCheck(),
        new LeakCheck(),
        new ResidentCheck(),
    ];
}
