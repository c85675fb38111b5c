namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            public static partial class impl
            {
                /// <summary>Multiplies by <c>factor</c> when a metric has not improved for more than <c>patience</c> epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool lowerIsBetter;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly double threshold;
                    private readonly double eps;
                    private readonly int patience;
                    private readonly int cooldown;
                    private readonly IList<double> floors;
                    private double best;
                    private int badEpochs;
                    private int restingEpochs;

                    /// <exception cref="ArgumentException">A mode is not known, or the factor would not reduce.</exception>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                        int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                        {
                            throw new ArgumentException($"The factor is {factor}; it must be below 1.", nameof(factor));
                        }

                        lowerIsBetter = OneOf(mode, "min", "max");
                        relative = OneOf(threshold_mode, "rel", "abs");
                        (this.factor, this.threshold, this.eps) = (factor, threshold, eps);
                        (this.patience, this.cooldown) = (patience, cooldown);
                        floors = min_lr is null or [] ? [0] : min_lr;
                        best = lowerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <exception cref="InvalidOperationException">Always: this schedule needs a metric.</exception>
                    public override void step() => step(null);

                    /// <exception cref="InvalidOperationException">Always: this schedule needs a metric.</exception>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau needs a metric. Call step(metric).");

                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        var better = IsBetter(current);
                        best = better ? current : best;
                        badEpochs = better ? 0 : badEpochs + 1;
                        if (restingEpochs > 0)
                        {
                            restingEpochs--;
                            badEpochs = 0;
                        }

                        if (badEpochs > patience)
                        {
                            Reduce();
                            restingEpochs = cooldown;
                            badEpochs = 0;
                        }
                    }

                    private static bool OneOf(string value, string first, string second) =>
                        value == first || (value == second ? false : throw new ArgumentException($"The mode is {value}; it must be {first} or {second}."));

                    private bool IsBetter(double current)
                    {
                        var margin = lowerIsBetter ? -threshold : threshold;
                        var bar = relative ? best * (1 + margin) : best + margin;
                        return lowerIsBetter ? current < bar : current > bar;
                    }

                    private void Reduce()
                    {
                        var rates = Groups.Select((group, i) =>
                        {
                            var reduced = Math.Max(group.LearningRate * factor, floors[floors.Count == 1 ? 0 : i]);
                            return group.LearningRate - reduced > eps ? reduced : group.LearningRate;
                        });
                        Apply([.. rates]);
                    }
                }
            }
        }
    }
}
