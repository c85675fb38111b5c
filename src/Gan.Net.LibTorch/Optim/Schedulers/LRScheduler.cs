using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets the learning rates of an optimizer's groups, a step at a time; the first is taken by the constructor. Rates
            /// follow from the present ones, unless an epoch is named and the schedule has a formula for it. Not thread-safe.
            /// </summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    LastEpoch = last_epoch;
                    Verbose = verbose;
                    BaseRates = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    LastRates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
                }

                internal Optimizer Optimizer { get; } = null!;

                internal int LastEpoch { get; set; }

                internal bool Verbose { get; }

                /// <summary>The rate each group began with.</summary>
                internal List<double> BaseRates { get; set; } = [];

                internal List<double> LastRates { get; set; } = [];

                private protected IReadOnlyList<ILearningRateController> Groups =>
                    Optimizer.ParamGroups as IReadOnlyList<ILearningRateController> ?? [.. Optimizer.ParamGroups];

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    Apply([.. epoch is null ? get_lr() : get_closed_form_lr()]);
                }

                /// <summary>A step of a schedule that looks at a metric; others ignore it.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the last step, a group each.</summary>
                public IEnumerable<double> get_last_lr() => LastRates;

                /// <summary>The rates of the next step, which may count on being asked once a step.</summary>
                protected virtual IEnumerable<double> get_lr() => Optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>The rates at the present epoch, whatever the present rates are.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Every group's present rate times a factor.</summary>
                private protected IEnumerable<double> Scaled(double factor) =>
                    factor == 1 ? Groups.Select(group => group.LearningRate) : Groups.Select(group => group.LearningRate * factor);

                /// <summary>One value for each group, from as many or from one for all.</summary>
                private protected List<double> PerGroup(IEnumerable<double> values)
                {
                    var list = values.ToList();
                    return list.Count == 1 ? [.. Enumerable.Repeat(list[0], BaseRates.Count)] : list;
                }

                private protected void Apply(List<double> rates)
                {
                    var groups = Groups;
                    for (var i = 0; i < groups.Count; i++)
                    {
                        groups[i].LearningRate = rates[i];
                        if (Verbose && rates[i] != LastRates[i])
                        {
                            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Adjusting learning rate of group {i} to {rates[i]}"));
                        }
                    }

                    LastRates = rates;
                }
            }
        }
    }
}
