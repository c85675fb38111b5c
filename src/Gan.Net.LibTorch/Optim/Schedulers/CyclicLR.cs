namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) => new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum,
                    max_momentum, last_epoch, verbose);

            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum,
                    max_momentum, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// Up and down between two rates, again and again, while the momentum goes the other way (Smith 2017). As in PyTorch;
                /// TorchSharp 0.107.0 lets the momentum rise above its maximum, and <c>ExpRange</c> shrink by the cycle, not the step.
                /// </summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly List<double> tops;
                    private readonly List<double> momentumFloors;
                    private readonly List<double> momentumTops;
                    private readonly Func<double, double> scale;
                    private readonly bool scaleByCycle;
                    private readonly bool cyclesMomentum;
                    private readonly double length;
                    private readonly double riseShare;

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [base_lr], [max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            [base_momentum], [max_momentum], last_epoch, verbose)
                    {
                    }

                    /// <exception cref="ArgumentException">The momentum shall cycle and the optimizer has none.</exception>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        length = step_size_up + (step_size_down == -1 ? step_size_up : (double)step_size_down);
                        riseShare = step_size_up / length;
                        scaleByCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        scale = scale_fn ?? ScaleOf(mode, gamma);
                        BaseRates = PerGroup(base_lr);
                        tops = PerGroup(max_lr);
                        momentumFloors = PerGroup(base_momentum ?? [0.8]);
                        momentumTops = PerGroup(max_momentum ?? [0.9]);
                        cyclesMomentum = cycle_momentum;
                        if (cyclesMomentum && Optimizer is not IMomentum)
                        {
                            throw new ArgumentException("The optimizer has no momentum to cycle. Pass cycle_momentum: false.", nameof(optimizer));
                        }

                        step();
                    }

                    /// <summary>How the height changes: not, halved each cycle, or times <c>gamma</c> each step.</summary>
                    public enum Mode
                    {
                        Triangular = 0,
                        Triangular2 = 1,
                        ExpRange = 2,
                    }

                    /// <summary>What a scaling function is given: the number of the cycle or of the step.</summary>
                    public enum ScaleMode
                    {
                        Cycle = 0,
                        Iterations = 1,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + (LastEpoch / length));
                        var position = 1 + (LastEpoch / length) - cycle;
                        var height = position <= riseShare ? position / riseShare : (position - 1) / (riseShare - 1);
                        var scaled = scale(scaleByCycle ? cycle : LastEpoch);
                        return Groups.Select((group, i) =>
                        {
                            if (cyclesMomentum)
                            {
                                ((IMomentum)group).Momentum = momentumTops[i] - ((momentumTops[i] - momentumFloors[i]) * height * scaled);
                            }

                            return BaseRates[i] + ((tops[i] - BaseRates[i]) * height * scaled);
                        });
                    }

                    private static Func<double, double> ScaleOf(Mode mode, double gamma) => mode switch
                    {
                        Mode.Triangular => _ => 1,
                        Mode.Triangular2 => cycle => 1 / Math.Pow(2, cycle - 1),
                        _ => iteration => Math.Pow(gamma, iteration),
                    };
                }
            }
        }
    }
}
