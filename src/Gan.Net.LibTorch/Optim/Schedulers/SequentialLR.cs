namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            public static partial class impl
            {
                /// <summary>One schedule after another; a milestone is the epoch at which the next one begins.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly List<LRScheduler> schedulers;
                    private readonly List<int> milestones;

                    /// <exception cref="ArgumentException">A schedule steers another optimizer, or there is not one milestone less than schedules.</exception>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        this.schedulers = [.. schedulers];
                        this.milestones = [.. milestones];
                        Validate();
                        foreach (var group in Groups)
                        {
                            group.LearningRate = group.InitialLearningRate;
                        }

                        // Their constructors took a step each; only that of the first shall count.
                        this.schedulers.ForEach(scheduler => scheduler.LastEpoch--);
                        this.schedulers[0].step();
                        LastRates = this.schedulers[0].LastRates;
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var position = milestones.FindLastIndex(milestone => milestone <= LastEpoch) + 1;
                        if (position > 0 && milestones[position - 1] == LastEpoch)
                        {
                            schedulers[position].step(0);
                        }
                        else
                        {
                            schedulers[position].step();
                        }

                        return Scaled(1);
                    }

                    private void Validate()
                    {
                        if (schedulers.Exists(scheduler => !ReferenceEquals(scheduler.Optimizer, Optimizer)))
                        {
                            throw new ArgumentException("A schedule steers another optimizer. Make all of them for the one given.");
                        }

                        if (milestones.Count != schedulers.Count - 1)
                        {
                            throw new ArgumentException(
                                $"{schedulers.Count} schedules came with {milestones.Count} milestones. Give one milestone less than schedules.");
                        }
                    }
                }
            }
        }
    }
}
