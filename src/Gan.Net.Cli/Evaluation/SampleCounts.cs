using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Evaluation;

/// <summary>How many samples metrics need, asked before anything is computed.</summary>
internal static class SampleCounts
{
    /// <exception cref="UserException">A metric needs more than are planned.</exception>
    public static void Require(IReadOnlyList<MetricKind> kinds, MeasurementPlan plan)
    {
        foreach (var kind in kinds)
        {
            var least = LeastFor(kind);
            if (plan.Samples < least || (kind != MetricKind.Is && plan.RealSamples < least))
            {
                var name = MetricNames.Of(kind);
                throw new UserException(kind == MetricKind.Is
                    ? $"'{name}' needs at least {least} samples, and {plan.Samples} are asked for; raise --samples, or leave '{name}' out."
                    : $"'{name}' needs at least {least} samples of either kind, and {plan.Samples} generated and {plan.RealSamples} real ones are asked for; raise --samples and --real, or leave '{name}' out.");
            }
        }
    }

    // Ten splits; three and five neighbours besides the sample itself; two for a deviation.
    private static int LeastFor(MetricKind kind) => kind switch
    {
        MetricKind.Is => 10,
        MetricKind.Pr => 4,
        MetricKind.Dc => 6,
        MetricKind.Fid or MetricKind.Kid or MetricKind.Memorisation => 2,
        _ => 1,
    };
}
