using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients. Owns its state, not the parameters. Not thread-safe.</summary>
        public abstract class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups = new List<ParamGroup>();

            /// <summary>For optimizers written in C#, the only ones here: <paramref name="handle"/> is zero.</summary>
            /// <exception cref="NotSupportedException">The handle of a native optimizer was given.</exception>
            protected Optimizer(nint handle)
            {
                if (handle != 0)
                {
                    throw new NotSupportedException("There are no native optimizers here. Pass zero and override step.");
                }
            }

            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Adds parameters with options of their own; options left out are those of the optimizer.</summary>
            public virtual void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

            /// <summary>Fills every gradient with zeros, in place.</summary>
            public virtual void zero_grad()
            {
                foreach (var group in _parameter_groups)
                {
                    foreach (var parameter in group.Parameters)
                    {
                        using var gradient = parameter.grad;
                        if (gradient is not null)
                        {
                            InPlace.Clear(gradient);
                        }
                    }
                }
            }

            /// <summary>Changes every parameter that has a gradient, after <paramref name="closure"/>, whose loss is returned.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null) =>
                throw new NotSupportedException($"{GetType().Name} does not override step.");

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>The live options and states of an optimizer, by position: what <c>load_state_dict</c> takes.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>One for each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>One for each parameter, group after group.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the positions of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
