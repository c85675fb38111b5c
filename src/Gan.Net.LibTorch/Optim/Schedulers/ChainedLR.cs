namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) =>
                new impl.ChainedLR(schedulers);

            public static partial class impl
            {
                /// <summary>Several schedules, each of which steps.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly List<LRScheduler> schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        this.schedulers = [.. schedulers];
                        LastRates = this.schedulers[^1].LastRates;
                    }

                    public override void step()
                    {
                        schedulers.ForEach(scheduler => scheduler.step());
                        LastRates = schedulers[^1].LastRates;
                    }
                }
            }
        }
    }
}
