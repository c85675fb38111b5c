namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) => new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum,
                    div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum,
                    div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// One rise and one long fall of the rate over a known number of steps, while the momentum, or Adam's first beta, goes
                /// the other way (Smith and Topin 2019).
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly List<double> tops;
                    private readonly List<double> momentumFloors;
                    private readonly List<double> momentumTops;
                    private readonly Phase[] phases;
                    private readonly double startDivisor;
                    private readonly double endDivisor;
                    private readonly int total;
                    private readonly bool cosine;
                    private readonly bool cyclesMomentum;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, [base_momentum],
                            [max_momentum], div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <exception cref="ArgumentException">
                    /// The number of steps is not given or not positive, the share of the rise is not in [0, 1], or the momentum shall
                    /// cycle and the optimizer has neither momentum nor betas.
                    /// </exception>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        total = total_steps != -1 ? total_steps : epochs > 0 && steps_per_epoch > 0 ? epochs * steps_per_epoch : 0;
                        cosine = anneal_strategy == AnnealStrategy.Cos;
                        cyclesMomentum = cycle_momentum;
                        Validate(pct_start);
                        (startDivisor, endDivisor) = (div_factor, final_div_factor);
                        tops = PerGroup(max_lr);
                        momentumFloors = PerGroup(base_momentum ?? [0.85]);
                        momentumTops = PerGroup(max_momentum ?? [0.95]);
                        var rise = (pct_start * total) - 1;
                        phases = three_phase
                            ? [new(rise, 1, 2, 1, 0), new((2 * pct_start * total) - 2, 2, 1, 0, 1), new(total - 1, 1, 0, 1, 1)]
                            : [new(rise, 1, 2, 1, 0), new(total - 1, 2, 0, 0, 1)];
                        step();
                    }

                    /// <summary>The form of the rise and the fall.</summary>
                    public enum AnnealStrategy
                    {
                        Cos = 0,
                        Linear = 1,
                    }

                    /// <exception cref="InvalidOperationException">All steps are taken.</exception>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch > total)
                        {
                            throw new InvalidOperationException($"Step {LastEpoch + 1} was asked of a schedule of {total} steps.");
                        }

                        var position = Array.FindIndex(phases, phase => LastEpoch <= phase.End);
                        position = position < 0 ? phases.Length - 1 : position;
                        var begin = position == 0 ? 0 : phases[position - 1].End;
                        var share = (LastEpoch - begin) / (phases[position].End - begin);
                        return Groups.Select((group, i) =>
                        {
                            if (cyclesMomentum)
                            {
                                Steer(group, Between(MomentumAt(phases[position].MomentumFrom, i), MomentumAt(phases[position].MomentumTo, i), share));
                            }

                            return Between(RateAt(phases[position].From, i), RateAt(phases[position].To, i), share);
                        });
                    }

                    private static void Steer(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas betas)
                        {
                            betas.Betas = (momentum, betas.Betas.Item2);
                        }
                        else
                        {
                            ((IMomentum)group).Momentum = momentum;
                        }
                    }

                    private double RateAt(int level, int group) => level switch
                    {
                        0 => tops[group] / startDivisor / endDivisor,
                        1 => tops[group] / startDivisor,
                        _ => tops[group],
                    };

                    private double MomentumAt(int level, int group) => level == 0 ? momentumFloors[group] : momentumTops[group];

                    private double Between(double start, double end, double share) => cosine
                        ? end + ((start - end) / 2 * (Math.Cos(Math.PI * share) + 1))
                        : ((end - start) * share) + start;

                    private void Validate(double riseShare)
                    {
                        if (total <= 0)
                        {
                            throw new ArgumentException("The number of steps must be positive. Pass total_steps, or epochs and steps_per_epoch.");
                        }

                        if (riseShare is not (>= 0 and <= 1))
                        {
                            throw new ArgumentException($"The share of the rise, pct_start, is {riseShare}; it must be between 0 and 1.");
                        }

                        if (cyclesMomentum && Optimizer is not (IMomentum or IBetas))
                        {
                            throw new ArgumentException("The optimizer has no momentum to cycle. Pass cycle_momentum: false.");
                        }
                    }

                    // Levels of the rate: 0 the last, 1 the first, 2 the highest. Of the momentum: 0 the lowest, 1 the highest.
                    private sealed record Phase(double End, int From, int To, int MomentumFrom, int MomentumTo);
                }
            }
        }
    }
}
