namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward pass takes one argument. <c>call</c> runs the hooks, <c>forward</c> does not.</summary>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T input);

            public TResult call(T input)
            {
                if (HasPreHooks)
                {
                    RunPreHooks(ref input);
                }

                var result = forward(input);
                return HasPostHooks ? RunPostHooks(input, result) : result;
            }

            private void RunPreHooks(ref T input)
            {
                foreach (var hook in module_pre_hooks.Values)
                {
                    hook(this);
                }

                foreach (var hook in pre_hooks.Values)
                {
                    if (hook(this, input) is T altered)
                    {
                        input = altered;
                    }
                }
            }

            private TResult RunPostHooks(T input, TResult result)
            {
                foreach (var hook in post_hooks.Values)
                {
                    if (hook(this, input, result) is TResult altered)
                    {
                        result = altered;
                    }
                }

                foreach (var hook in module_post_hooks.Values)
                {
                    hook(this);
                }

                return result;
            }
        }
    }
}
