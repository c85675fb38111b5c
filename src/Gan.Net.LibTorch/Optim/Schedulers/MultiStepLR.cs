namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Multiplies by <c>gamma</c> at each milestone; one named twice counts once, as in TorchSharp.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly HashSet<int> milestones;
                    private readonly double gamma;

                    public MultiStepLR(
                        Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.milestones = [.. milestones];
                        this.gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Scaled(milestones.Contains(LastEpoch) ? gamma : 1);

                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var passed = milestones.Count(milestone => milestone <= LastEpoch);
                        return BaseRates.Select(rate => rate * Math.Pow(gamma, passed));
                    }
                }
            }
        }
    }
}
