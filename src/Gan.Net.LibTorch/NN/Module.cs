using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a model: parameters, buffers and other modules under names. It owns them: disposing it disposes them all.
        /// Not thread-safe.
        /// </summary>
        public partial class Module : IDisposable
        {
            protected OrderedDict<string, Module> _internal_submodules = new();
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();
            protected OrderedDict<string, Parameter> _internal_params = new();
            protected string name;

            private bool isTraining = true;
            private bool isDisposed;

            protected Module(string name) => this.name = name;

            /// <summary>Whether the module behaves as in training; set by <see cref="train"/> and <see cref="eval"/>.</summary>
            public virtual bool training => isTraining;

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Switches this module and everything below it to training behaviour, or back.</summary>
            public virtual void train(bool train = true)
            {
                isTraining = train;
                foreach (var (_, child) in named_children())
                {
                    child.train(train);
                }
            }

            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> with every module below this one, children first, and then with this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Drops the gradients, or fills them with zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                        continue;
                    }

                    using var gradient = parameter.grad;
                    if (gradient is not null)
                    {
                        ModuleTensors.Zero(gradient);
                    }
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || isDisposed)
                {
                    return;
                }

                isDisposed = true;
                foreach (var (_, (buffer, _)) in _internal_buffers)
                {
                    buffer.DetachFromDisposeScope().Dispose();
                }

                foreach (var (_, parameter) in named_parameters(false))
                {
                    parameter.DetachFromDisposeScope().Dispose();
                }

                foreach (var (_, module) in named_modules())
                {
                    module.Dispose();
                }
            }
        }
    }
}
