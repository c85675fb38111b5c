namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Half a cosine from the initial rate down to <c>eta_min</c> in <c>T_max</c> epochs, and up again (Loshchilov and Hutter 2017).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double half;
                    private readonly double floor;

                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        half = T_max;
                        floor = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                        {
                            return Scaled(1);
                        }

                        // At the bottom the ratio below is 0 / 0.
                        if ((LastEpoch - 1 - half) % (2 * half) == 0)
                        {
                            return Groups.Select((group, i) => group.LearningRate + ((BaseRates[i] - floor) * (1 - Math.Cos(Math.PI / half)) / 2));
                        }

                        var ratio = (1 + Math.Cos(Math.PI * LastEpoch / half)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / half));
                        return Groups.Select(group => (ratio * (group.LearningRate - floor)) + floor);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => floor + ((rate - floor) * (1 + Math.Cos(Math.PI * LastEpoch / half)) / 2));
                }
            }
        }
    }
}
